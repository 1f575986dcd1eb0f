"""What a capitalised word says about being a part of a person's name."""

from typing import NamedTuple


class Look(NamedTuple):
    """How far a word can be read as a part of a name.

    `given`: 1 an ordinary word or a place as well, 2 a name beside another capitalised word, 3 a name even alone.
    `surname`: 1 by its ending only, 2 known and something else as well, 3 a surname even alone. `ordinary` and
    `place` tell that it has another reading; `subject` that a given name can only be one who acts.
    """

    given: int = 0
    surname: int = 0
    patronymic: bool = False
    ordinary: bool = False
    place: bool = False
    subject: bool = False

    @property
    def named(self) -> bool:
        """Whether the word can be a part of a name at all."""
        return bool(self.given or self.surname or self.patronymic)


NOTHING = Look()

"""Words that take a side, in three languages: by stems, with what tells their neutral uses apart."""

import re
from typing import NamedTuple


def _near(stems: str) -> re.Pattern[str]:
    """Words that begin with one of the stems, somewhere in a text."""
    return re.compile(rf"\b(?:{'|'.join(stems.split())})", re.IGNORECASE)


class Loaded(NamedTuple):
    """A group of words: how they begin, in small letters, and what to write instead.

    `near`: the word counts only where this stands within a few words of it. `fine`: it does not count where this
    does. `freed`: of people the word is neutral (released), of places it is not.
    """

    words: re.Pattern[str]
    instead: str
    near: re.Pattern[str] | None = None
    fine: re.Pattern[str] | None = None
    freed: bool = False


def _loaded(stems: str, instead: str, near: str = "", fine: str = "", *, freed: bool = False) -> Loaded:
    words = re.compile("|".join(stems.split()))
    return Loaded(words, instead, _near(near) if near else None, _near(fine) if fine else None, freed)


PEOPLE = _near(
    "civilian resident people famil child wom[ae]n m[ae]n\\b girl boy villager captiv prisoner hostage detain "
    "жител гражд люд сем[ьеё] родин дет[еиья] діт ребён ребен дитин жінк женщин мужчин чоловік цивіл мешкан "
    "заручник заложник полон пленн плен[ау]?\\b затриман задержан заключ утриму удерж арешт арест в[’']язн страж варт "
    "ув[’']язн военнопл військовополон моряк журналіст журналист обмін обмен посад должност податк налог работ робот"
)
LAND = _near(
    "сел[аоеуі]?\\b сёл селах город\\b город[аеу]\\b міст[аоуі]?\\b посёл посел селищ деревн хутор населён населен "
    "территор територ район област пункт местност земл прикордон приграничь громад округ част[ьи]\\b частин"
)
_COURT = (
    "charg accus convict suspect sentenc article listed law\\b обвин стать[яеи] статт ст\\. осужд засудж "
    "звинувач підозр подозрев перечен перечн перелік закон суд\\w{0,2}\\b вирок приговор"
)
_WORLD_WAR = (
    "german hitler 194[1-5] world\\s+war герман німе[чц] гитлер гітлер втор\\w+\\s+миров друг\\w+\\s+світов отечествен"
)
_CIVILIANS = (
    "civilian resident famil child wom[ae]n villager "
    "мирн жител мешкан цивіл гражданск сем[ьеё] родин дет[еиья] діт жінк женщин"
)

_CONTROL = "came under the control of … (name the side, and the day)"
_SIDE = "the side's name, or: troops of …"
_UNIT = "the group's or the unit's own name, or: armed people"
_WAR = "the war, the fighting, the attack of …"
_GOVERNMENT = "the government of …, the authorities of …"

LOADED: tuple[Loaded, ...] = (
    _loaded("liberat", _CONTROL, fine="(?:army|front|square|street|avenue|day)\\b"),
    _loaded("de-?occup деокуп деоккуп", "came back under the control of …"),
    _loaded("освобожд освобод звільн визвол", _CONTROL, freed=True),
    _loaded("hostage заложник заложниц заручни[кц]", "people held by … (name who holds them)"),
    _loaded("terror(?:ist|ism|iz|is) террори терори", _UNIT, fine=_COURT),
    _loaded("militants?$ боевик бойовик", _UNIT),
    _loaded("neo-?nazi nazi fasci неонаци нацис нацик фаш[иы] ruscis rashis рашис русчис", _SIDE, fine=_WORLD_WAR),
    _loaded("punishers?$ punitive$ карател каральн", _UNIT),
    _loaded(
        "orcs?$ orks?$ орк(?:и|ів|ов|ам|ами|ах)?$ укроп(?:ы|ов|ам|ами|и|ів)$ хохл(?:ы|ов|ам|ами|а|у|и|ів)$ хохол$ "
        "москал(?:ь|я|і|ів|ей|ям|ями|ях|ю|и)$ кацап русн[яеюі] бандеровц бандеровск бандерівц bandera?ites? banderovit "
        "ukro-?(?:nazi|fasc) укро-?(?:нацис|фашис) "
        "vatnik ватник сепар(?:и|ів|ов|а|ы)?$ ukrops?$ khokhols?$ moskals?$ свинособак чмобик",
        _SIDE,
    ),
    _loaded("genocid геноцид", "what was done; who calls it that stands in a claim", fine="convention конвенц"),
    _loaded("сво$ спецоперац", _WAR),
    _loaded(
        "captur захопл захват захвач полонен пленен",
        "held by …, taken to … (in a claim)",
        near=_CIVILIANS,
        fine="camera photo video image участ фото відео видео камер",
    ),
    _loaded("occupiers?$ invaders?$ оккупант окупант захватчи загарбн агрессор агресор aggressors?$ вторженц", _SIDE),
    _loaded(
        "murderers?$ butcher massacr slaughter atrocit barbar(?:ic|ous|ity|ian) bloodthirst monsters?$ heinous "
        "резн[яеюи]$ зверств звірств варварс изверг палач нелюд кровав кривав бойн[яеюі]$ різанин душегуб",
        "what happened, in plain words: killed, injured, destroyed",
    ),
    _loaded(
        "junta хунт[аыуиоеі] puppet$ марионеточн маріонетков quisling коллаборан колаборан предател зрадни[кц] "
        "traitors?$ collaborators?$ ждун",
        "the body's name, or the office",
    ),
    _loaded("denazif денацифик денацифік", "what was done, in plain words"),
    _loaded("mercenar наёмник наемник найман[цеє]", "foreign fighters, or the unit's name", fine=_COURT),
)

_WHOSE = (
    r"(?:kyiv|kiev|kremlin|moscow|putin|zelensk\w+|ukrainian|russian|criminal|bandit|occupation|puppet|bloody)(?:[’']s)?|"
    r"(?:киевск|київськ|кремл[её]вск|кремлівськ|путинск|путінськ|московск|московськ|преступн|злочинн|оккупацион|окупацій|"
    r"российск|російськ|украинск|українськ|кровав|кривав|бандеровск|бандерівськ|нацистск|нацистськ)\w*"
)
_WHERE = (
    r"(?:in|of)\s+(?:kyiv|kiev|moscow|putin|zelensk\w+)|(?:путин|путін|зеленск|зеленськ|кремл)\w*|"
    r"(?:в|у)\s+(?:киеве|києві|москве|москві)"
)


def _phrase(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_phrase(r"\bspecial\s+(?:military\s+operation\b|operation\s+(?:in|against|zone)\b)"), _WAR),
    (_phrase(r"\b(?:специальн|спеціальн)\w+\s+(?:военн|військов)\w+\s+операц\w+"), _WAR),
    (
        _phrase(r"\bso[- ]called\b|\bтак\s+(?:называем|зван)\w+|\bт\.\s?н\.(?!\s*э)|\bт\.\s?зв\."),
        "the name alone, or: what … calls …",
    ),
    (_phrase(rf"\b(?:{_WHOSE})\s+(?:regime|режим\w*)\b|\b(?:regime|режим\w*)\s+(?:{_WHERE})"), _GOVERNMENT),
    (_phrase(r"\bthe\s+regime(?:[’']s)?\s+(?:troops|forces|army|soldiers)\b"), _GOVERNMENT),
)
PHRASE_HEADS = re.compile(r"so(?:-called)?$|special$|спец[иі]альн|regime|режим|т$|так$")
"""The words by which a text is known to be worth a look for one of the phrases."""

QUOTED = re.compile(r"«[^»\n]{0,300}»|“[^”\n]{0,300}”|„[^“”\n]{0,300}[“”]|\"[^\"\n]{0,300}\"")

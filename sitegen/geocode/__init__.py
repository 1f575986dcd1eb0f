"""The one door to the network: toponyms that the gazetteer lacks become places, reviewed by a person and committed.

Nothing here runs in a build. What is found is written as files in `places/`, which a build then reads.
"""

from sitegen.geocode.answers import Answer, Outcome, Proposal
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.errors import MisuseError, OutageError
from sitegen.geocode.questions import Question, questions
from sitegen.geocode.refresh import Drift, drifts
from sitegen.geocode.session import Choose, Result, Session, open_session

__all__ = [
    "Answer",
    "Candidate",
    "Choose",
    "Drift",
    "MisuseError",
    "OutageError",
    "Outcome",
    "Proposal",
    "Question",
    "Result",
    "Session",
    "drifts",
    "open_session",
    "questions",
]

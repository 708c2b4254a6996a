"""The balance: what the signals of a message weigh against each other, and which kind they come to.

The questions stand in the order in which they are asked; the first that has an answer gives the kind, and what none of
them knows is a person's note. An invitation stays one whatever platform or list it came through; the rest goes to who
shows most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Final

from gatekeeper.kinds import groups
from gatekeeper.kinds.pitch import SURELY_SELLS
from gatekeeper.kinds.weighing import Kind, Weighed

INVITATION_FROM: Final = 5.0
PLATFORM_ADVANTAGE: Final = 1.5
"""Points fewer that it takes where a platform asks."""
SURELY_TELLS: Final = 3.0
"""Points of a subject that says outright what happened."""
SURELY_ANSWERS: Final = 5.0
"""Points of an answering machine's words in the subject."""
NEWSLETTER_FROM: Final = 4.0
AUTOMATIC_FROM: Final = 4.0
OFFICE_FROM: Final = 2.5
"""Points from which a notice that an office sends is automatic."""
PERSON_FROM: Final = 5.0
"""Points from which a notice is automatic though nothing but its words is a machine's."""
BULK_FROM: Final = 3.0
OFFERED_FROM: Final = 0.25
"""A word of selling, where an organisation writes to nobody by name and gives notice of nothing."""
EDITED_FROM: Final = 1.5
"""Points of an editor's words that are more than one."""
NOTICE_ADVANTAGE: Final = 3.0


class Balance:
    """The points of one message's signals, kind by kind, and the names of the signals that it has.

    `through_list` is true for mail that came through a discussion list.
    """

    __slots__ = (
        "_weights",
        "edited",
        "leaving",
        "names",
        "person",
        "pitch",
        "points",
        "read",
        "through_list",
        "turned_off",
    )

    def __init__(self, weights: Sequence[Weighed], *, through_list: bool) -> None:
        self._weights = weights
        self.points = points = dict.fromkeys(Kind, 0.0)
        self.names: set[str] = set()
        for (name, _), kind, number in weights:
            self.names.add(name)
            points[kind] += number
        self.pitch = self.strongest({"pitch"}) if "pitch" in self.names else 0.0
        # An editor has his mailing's list to himself.
        edits = not points[Kind.NOTE] and self.names >= {"editor-author", "newsletter-wording"}
        self.through_list = through_list and not edits
        self.leaving = not self.through_list and not self.names.isdisjoint(groups.LEAVING)
        """It offers a way out of a mailing, and no discussion list put that there."""
        self.edited = points[Kind.NEWSLETTER] - (self.carried_by(groups.PLUMBING) if self.through_list else 0.0)
        """What speaks for a mailing, without what a discussion list leaves on every mail."""
        self.turned_off = self._turned_off()
        self.person = self._person()
        self.read = self._read()

    def carried_by(self, names: Set[str]) -> float:
        """The points that signals of these names bring."""
        return sum([weight.points for weight in self._weights if weight.signal.name in names])

    def strongest(self, names: Set[str]) -> float:
        """The points of the strongest signal of these names; 0 without one."""
        return max([weight.points for weight in self._weights if weight.signal.name in names], default=0.0)

    @property
    def sells(self) -> bool:
        """It has the parts of a sales letter."""
        return self.pitch >= BULK_FROM

    @property
    def impersonal(self) -> bool:
        """Nothing in it is a person's."""
        return not self.points[Kind.NOTE] and "signed" not in self.names

    @property
    def issue(self) -> bool:
        """What speaks for a mailing may do so.

        A call for papers has an editor and a volume, and a seller's "of the day"; it is no issue of anything. An editor
        may sell what he likes in what he sends to many.
        """
        if not self.sells or self.names >= {"editor-author", "newsletter-to-many"}:
            return True
        return bool(self.names & groups.ISSUED)

    def _turned_off(self) -> bool:
        """A platform's notices may be turned off: they have a way out and a layout, and nothing else of a mailing."""
        if self.names.isdisjoint(("notice", "notice-in-subject")):
            return False
        titled = self.strongest({"notice-in-subject"}) >= SURELY_TELLS
        tells = self.strongest({"notice"}) >= (SURELY_TELLS - 1 if "robot-wording" in self.names else SURELY_TELLS)
        if not (titled and self.names & groups.SYSTEMS) and not (tells and "robot-author" in self.names):
            return False
        # Parcels are sold, too: what subject and text both tell has happened.
        happened = titled and (tells or self.names & groups.SAYS_SO)
        offers = self.carried_by(groups.SELLING) >= BULK_FROM and not happened
        return not offers and self.carried_by(groups.EDITORIAL) < EDITED_FROM

    def _person(self) -> float:
        """What speaks for a person.

        Who may leave a mailing was put on it: that outweighs the mail program it was written with. So do an
        organisation's name over a mail, and a layout with a pixel that counts its readers.
        """
        points = self.points[Kind.NOTE]
        mass = (
            self.leaving
            or self.names & {"brand-author", "system-header"}
            or self.names >= {"laid-out", "counting-pixel"}
        )
        return points - self.carried_by(groups.PERSONS_TOOLS) if mass and points else points

    def _mailed(self) -> bool:
        """It offers a way out, declares itself, or has an editor's words."""
        return bool(self.names & groups.SENT_OUT) or self.carried_by(groups.EDITORIAL) >= EDITED_FROM

    def _read(self) -> float:
        """How much more speaks for a mailing than for a person."""
        points = self.edited - self.person
        if "robot-author" in self.names and not self.names & groups.SURELY_SENT_OUT:
            points -= self.carried_by(groups.UNEDITED)
        if self.turned_off or (self.names & groups.NOTICES and not self._mailed()):
            # Mailings have to offer a way out; what only looks like one, and has none, may be a notice.
            points -= self.carried_by(groups.FURNITURE)
        return points


def answers_by_itself(balance: Balance) -> Kind | None:
    """Answering machines write little else: their words in the subject decide before all else. Who tells one reader by
    his name of his holiday is a colleague."""
    away = "absence-notice" in balance.names and "greets-by-name" not in balance.names
    # Who asks why his message could not be sent signs.
    told = groups.ANSWERING - {"undelivered"} if "signed" in balance.names else groups.ANSWERING
    if away or (balance.names & told and balance.strongest(told) >= SURELY_ANSWERS):
        return Kind.AUTOMATIC
    return None


def invites(balance: Balance) -> Kind | None:
    """It asks the reader to join, to come or to take part."""
    inviting = balance.points[Kind.INVITATION]
    # Most mail has nothing of it.
    if inviting < INVITATION_FROM - PLATFORM_ADVANTAGE:
        return None
    # "Kim has accepted your invitation."
    if balance.turned_off and not (balance.names & groups.DOORS or balance.names >= {"invites", "lone-link"}):
        return None
    # A calendar gives notice of what its reader has accepted.
    if balance.names >= {"auto-submitted", "notice-in-subject"} and not balance.names & groups.TITLED:
        return None
    return Kind.INVITATION if inviting >= _invitation_from(balance) else None


def comes_from_a_member(balance: Balance) -> Kind | None:
    """A person's mail through a list is that person's mail, whatever the list added to its header; what only sounds
    like a machine there is a person who speaks of one."""
    machine = balance.names & groups.MACHINES or (balance.names & groups.OFFICES and balance.names & groups.NOTICES)
    if not balance.through_list or machine:
        return None
    editorial = balance.edited + min(2.0, balance.points[Kind.BULK])
    return Kind.NOTE if editorial - balance.points[Kind.NOTE] < NEWSLETTER_FROM else None


def gives_notice(balance: Balance) -> Kind | None:
    """A machine, or an office that writes like one, tells its reader what happened."""
    names = balance.names
    # A system's own program is no person's.
    person = balance.person if "system-header" in names else balance.points[Kind.NOTE]
    if "robot-author" in names:
        # Machines thread their reports.
        person -= balance.carried_by({"answers"})
    told = balance.points[Kind.AUTOMATIC] - person / 2
    if "office-to-hidden" in names:
        # A circular has its matters one below another, as a form has its fields.
        told -= balance.carried_by({"form"})
    if "signed" in names and not names & groups.MACHINES:
        told -= balance.carried_by({"undelivered"})
    if balance.turned_off or names & {"auto-submitted", "system-header"}:
        # Where it says of itself that a machine wrote it, a name below is whom it speaks of.
        told -= balance.carried_by({"signed"})
    advantage = (
        NOTICE_ADVANTAGE if names & groups.NOTICES and (balance.turned_off or not names & groups.DECLARES) else 0.0
    )
    office = balance.impersonal and (bool(names & groups.OFFICES and names & groups.NOTICES) or "robot-author" in names)
    # People write "welcome to Turkey, your flight leaves at nine": words alone must say more than a machine's do.
    needed = OFFICE_FROM if office else AUTOMATIC_FROM if names & groups.SYSTEMS or balance.turned_off else PERSON_FROM
    # Who offers something speaks of orders, delivery and invoices too.
    offers = (
        names & {"pitch", "to-crowd"}
        and balance.points[Kind.BULK] > max(told, BULK_FROM)
        and not names & groups.NOT_A_ROBOT
        and not balance.turned_off
    )
    return Kind.AUTOMATIC if told >= needed and told + advantage >= balance.read and not offers else None


def appears(balance: Balance) -> Kind | None:
    """An issue of something, to readers who may leave."""
    if not balance.issue:
        return None
    sold = balance.points[Kind.BULK] / 2 if balance.leaving else 0.0
    return Kind.NEWSLETTER if balance.read + sold >= NEWSLETTER_FROM else None


def announces(balance: Balance) -> Kind | None:
    """It offers something, or tells something to everybody."""
    # Who tells all his friends how his father is greets them all, too, and signs.
    if "signed" in balance.names and not balance.names & groups.OFFERING:
        return None
    # An office that speaks to all needs to say no more.
    needed = BULK_FROM - 1 if balance.impersonal and balance.names & groups.OFFICES else BULK_FROM
    if balance.points[Kind.BULK] + max(0.0, balance.read) / 2 - balance.person < needed:
        return None
    # What appears regularly is a newsletter even where it declares nothing.
    regular = len(balance.names & groups.EDITORIAL) > 1 or "newsletter-in-subject" in balance.names
    return Kind.NEWSLETTER if regular and balance.read >= 2 and balance.issue else Kind.BULK


def writes_for_an_organisation(balance: Balance) -> Kind | None:
    """An organisation to one reader, and no mailing: it sells something, or gives notice of something, or somebody
    there writes a letter."""
    names = balance.names
    if balance.points[Kind.NOTE] or "brand-author" not in names or balance.through_list:
        return None
    offered = 1.0 if names & groups.MACHINES or "greets-by-name" in names else OFFERED_FROM
    if "to-crowd" in names or (balance.points[Kind.BULK] >= offered and not names & groups.NOTICES):
        return Kind.BULK
    # A clerk's letter greets its reader; what a machine calls him by his name for is notice of something.
    greeted = "greets-by-name" in names and not names & groups.NOTICES
    return Kind.AUTOMATIC if balance.impersonal and not greeted else None


QUESTIONS: Final[tuple[Callable[[Balance], Kind | None], ...]] = (
    answers_by_itself,
    invites,
    comes_from_a_member,
    gives_notice,
    appears,
    announces,
    writes_for_an_organisation,
)


def weighed_up(weights: Sequence[Weighed], *, through_list: bool) -> Kind:
    """The kind that the signals come to."""
    balance = Balance(weights, through_list=through_list)
    for question in QUESTIONS:
        if (kind := question(balance)) is not None:
            return kind
    return Kind.NOTE


def _invitation_from(balance: Balance) -> float:
    """The points from which a mail is an invitation.

    In a newsletter it must open the mail, or it is one item among others; in an answer it is most often what is
    being answered.
    """
    needed = INVITATION_FROM
    names, points = balance.names, balance.points
    # A club's list is no newsletter of its own: what goes through it is one matter.
    edited = names & groups.EDITED
    if points[Kind.NEWSLETTER] >= NEWSLETTER_FROM and edited:
        item = names & {"newsletter-in-subject", "gathers", "calls-crowd"} or not names & groups.SAYS_OUTRIGHT
        # A mailing whose subject is one event, for which one registers, is about nothing else.
        single = "event-in-subject" in names and names & groups.REGISTERS and not names & groups.ENTITLED
        # So is one that tells when it is and how one registers, and has nothing to leaf through.
        alone = (
            names >= {"event", "invitation"}
            and names & {"gathers", "calls-crowd"}
            and not names & groups.LEAFED_THROUGH
        )
        needed += 0 if single else 1 if alone or not item else 4
        # Readers are asked for their views in many an issue; who sends a survey calls it one.
        if "asks-to-answer" in names and not names & {"poll-in-subject", "inviting-link"}:
            needed += 2
    if points[Kind.NOTE] >= 3 or "reply-subject" in names:
        needed += 2
    # "Kim, come to dinner on Sunday" is a note to a friend: no link, no form, and it is not called an invitation.
    if "greets-by-name" in names and "calls-crowd" not in names and not names & groups.FORMAL:
        needed += 1 if "network" in names else 4
    wants = names & groups.INVITING
    # A guest list, a printer's question about the cards: it speaks of an invitation, and does none.
    if wants and wants <= groups.NAMES_INVITATION and not names & {"brand-author", "robot-author"}:
        needed += 2
    # A sales letter looks forward to seeing its reader too; a club that calls its people says what it costs.
    if balance.sells and wants <= groups.SAYS_WELCOME and ("calls-crowd" not in names or balance.pitch >= SURELY_SELLS):
        needed += 2
    # One person to another, without a link or a form: it speaks of an invitation more often than it does invite.
    if wants and wants <= groups.SPEAKS_OF and not names & groups.PUBLIC:
        needed += 2
    # An office that names an event, and how one registers for it.
    if {"event-in-subject", "invitation"} <= names and names & groups.OFFICES:
        needed -= 0.5
    # Who says so outright to a crowd invites it.
    if names & groups.ASSEMBLED and names & groups.SAYS_OUTRIGHT and not edited:
        needed -= 1
    # A platform that lets somebody ask for the reader's acquaintance, or his company.
    if names & groups.OFFICES and names & groups.ASKED_FOR_ANOTHER and not (balance.sells or names & {"editor-author"}):
        needed -= PLATFORM_ADVANTAGE
    return needed

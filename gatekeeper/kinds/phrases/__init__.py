"""Phrases: every one that is known, by topic, ready to be looked for."""

from __future__ import annotations

from typing import Final

from gatekeeper.kinds.phrases import (
    answering,
    approaching,
    customers,
    firms,
    gatherings,
    hosting,
    inviting,
    joining,
    leaving,
    machines,
    mailing,
    platforms,
    unasked,
)
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.wording import Vocabulary

PHRASES: Final = Vocabulary(
    {
        Topic.INVITES: inviting.INVITES,
        Topic.INVITATION: inviting.INVITATION,
        Topic.EVENT: gatherings.EVENT,
        Topic.NETWORK: platforms.NETWORK,
        Topic.COURTESY: inviting.COURTESY,
        Topic.THANKS: inviting.THANKS,
        Topic.UNSUBSCRIBE: mailing.UNSUBSCRIBE,
        Topic.BROWSER: mailing.BROWSER,
        Topic.NEWSLETTER: mailing.NEWSLETTER,
        Topic.SALES: mailing.SALES,
        Topic.ANNOUNCEMENT: mailing.ANNOUNCEMENT,
        Topic.PRESS: mailing.PRESS,
        Topic.PERIODICAL: mailing.PERIODICAL,
        Topic.OWN_CASE: customers.OWN_CASE,
        Topic.DRAFT: inviting.DRAFT,
        Topic.AWAY: machines.AWAY,
        Topic.URGENT: machines.URGENT,
        Topic.UNDELIVERED: machines.UNDELIVERED,
        Topic.NOTICE: machines.NOTICE,
        Topic.ROBOT: machines.ROBOT,
        Topic.GENERATED: machines.GENERATED,
    }
)
STRANGERS: Final = Vocabulary(
    {
        Topic.JOINING: joining.JOINING,
        Topic.CIRCLE: joining.CIRCLE,
        Topic.NEWCOMERS: joining.NEWCOMERS,
        Topic.CHAT: joining.CHAT,
        Topic.TAKING_PART: answering.TAKING_PART,
        Topic.POLL: answering.POLL,
        Topic.WANTING: platforms.WANTING,
        Topic.FRIEND: platforms.FRIEND,
        Topic.FIRM: firms.FIRM,
        Topic.TERMS: firms.TERMS,
        Topic.ASKING: approaching.ASKING,
        Topic.APPROACH: approaching.APPROACH + unasked.SOUNDING,
        Topic.UNASKED: unasked.UNASKED,
        Topic.VACANCY: approaching.VACANCY,
        Topic.CHANGES: customers.CHANGES,
        Topic.ACQUAINTED: customers.ACQUAINTED,
        Topic.TO_OFFICE: customers.TO_OFFICE,
        Topic.CROWD: hosting.CROWD,
        Topic.COMING: hosting.COMING,
        Topic.PASS_ON: answering.PASS_ON,
        Topic.EFFORT: answering.EFFORT,
    }
)
"""What says something only together, and not in an answer: looked for at the beginning of a first letter."""
FAMILIAR: Final = frozenset(mailing.FAMILIAR)
"""Greetings of many whom one knows, among those of an announcement."""
DAYS: Final = Vocabulary({Topic.DAY: gatherings.DAY})
"""Nearly every mail names a day: looked for where somebody asks others to come."""
WAYS_OUT: Final = Vocabulary({Topic.DOING: leaving.DOING, Topic.LEAVING: leaving.LEAVING})
"""What a mailing's last lines say together."""
LABELS: Final = Vocabulary({Topic.PLACE: gatherings.PLACE})
"""What stands before a colon where a time and a place are announced."""
BUTTONS: Final = Vocabulary(
    {
        Topic.INVITES: inviting.INVITES,
        Topic.NETWORK: platforms.NETWORK,
        Topic.UNSUBSCRIBE: mailing.UNSUBSCRIBE,
    }
)
"""What links say of themselves."""

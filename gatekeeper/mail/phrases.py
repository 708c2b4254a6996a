"""Phrases: every one that is known, by topic, ready to be looked for."""

from __future__ import annotations

from typing import Final

from gatekeeper.mail import inviting_phrases, joining_phrases, machine_phrases, mailing_phrases
from gatekeeper.mail.wording import Topic, Vocabulary

PHRASES: Final = Vocabulary(
    {
        Topic.INVITES: inviting_phrases.INVITES,
        Topic.INVITATION: inviting_phrases.INVITATION,
        Topic.EVENT: inviting_phrases.EVENT,
        Topic.NETWORK: inviting_phrases.NETWORK,
        Topic.COURTESY: joining_phrases.COURTESY,
        Topic.JOINING: joining_phrases.JOINING,
        Topic.CIRCLE: joining_phrases.CIRCLE,
        Topic.TAKING_PART: joining_phrases.TAKING_PART,
        Topic.POLL: joining_phrases.POLL,
        Topic.UNSUBSCRIBE: mailing_phrases.UNSUBSCRIBE,
        Topic.BROWSER: mailing_phrases.BROWSER,
        Topic.NEWSLETTER: mailing_phrases.NEWSLETTER,
        Topic.SALES: mailing_phrases.SALES,
        Topic.ANNOUNCEMENT: mailing_phrases.ANNOUNCEMENT,
        Topic.PRESS: mailing_phrases.PRESS,
        Topic.PERIODICAL: mailing_phrases.PERIODICAL,
        Topic.DRAFT: inviting_phrases.DRAFT,
        Topic.AWAY: machine_phrases.AWAY,
        Topic.UNDELIVERED: machine_phrases.UNDELIVERED,
        Topic.NOTICE: machine_phrases.NOTICE,
        Topic.ROBOT: machine_phrases.ROBOT,
        Topic.GENERATED: machine_phrases.GENERATED,
    }
)
LABELS: Final = Vocabulary({Topic.PLACE: inviting_phrases.PLACE})
"""What stands before a colon where a time and a place are announced."""
BUTTONS: Final = Vocabulary(
    {
        Topic.INVITES: inviting_phrases.INVITES,
        Topic.NETWORK: inviting_phrases.NETWORK,
        Topic.UNSUBSCRIBE: mailing_phrases.UNSUBSCRIBE,
    }
)
"""What links say of themselves."""

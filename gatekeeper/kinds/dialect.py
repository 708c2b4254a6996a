"""Fields and programs by which mail systems, mass mailers and people's mail programs know their own mail.

Written from what such systems are known to put into headers; names are in lower case.
"""

from __future__ import annotations

import re
from typing import Final

DECISIVE_FIELDS: Final = frozenset(
    {
        "x-failed-recipients",
        "x-autoreply",
        "x-autorespond",
        "x-autoreply-from",
        "x-autoresponder",
        "x-mail-autoreply",
        "x-auto-reply",
        "x-auto-reply-from",
        "x-autoresponse",
        "x-ms-exchange-inbox-rules-loop",
        "x-vacation",
        "x-dsncontext",
        "x-ms-exchange-message-is-ndr",
        "x-challenge",
        "x-tmda-confirm",
        "x-list-administrivia",
    }
)
"""Fields that only automatic answers and delivery reports carry."""

ROBOT_PREFIXES: Final = (
    "x-otrs-",
    "rt-",
    "x-rt-",
    "x-jira-",
    "x-github-",
    "x-gitlab-",
    "x-zammad-",
    "x-servicenow-",
    "x-zendesk-",
    "x-freshdesk-",
    "x-bugzilla-",
    "x-redmine-",
    "x-trac-",
    "x-phabricator-",
    "x-gerrit-",
    "x-cron-",
    "x-sentry-",
    "x-nagios-",
    "x-icinga-",
    "x-zabbix-",
    "x-jenkins-",
    "x-launchpad-",
    "x-pagerduty-",
    "x-discourse-",
    "x-rhn-",
    "x-mantis-",
    "x-shopify-",
)
"""Beginnings of field names by which ticket systems, build servers and monitors know their own mail."""

CAMPAIGN_FIELDS: Final = frozenset(
    {
        "x-campaign",
        "x-campaignid",
        "x-campaign-id",
        "x-mc-user",
        "x-mailer-lid",
        "x-mailer-sid",
        "x-mailer-recptid",
        "x-csa-complaints",
        "x-accounttype",
        "x-roving-id",
        "x-rpcampaign",
        "x-sfmc-stack",
        "x-job",
        "x-jobid",
        "x-cid",
        "x-mailingid",
        "x-mailing-id",
        "x-listmember",
        "x-listid",
        "x-list-id",
        "x-bulkmail",
        "x-bulkid",
        "x-mj-mid",
        "x-mailjet-campaign",
        "x-sib-id",
        "x-mailin-campaign",
        "x-mailin-client",
        "x-sendinblue-id",
        "x-hs-cid",
        "x-hubspot-campaign",
        "x-mailgun-tag",
        "x-mailgun-batch-check",
        "x-smtpapi",
        "x-cm-messageid",
        "x-getresponse-id",
        "x-emarsys-identify",
        "x-emarsys-environment",
        "x-ez-mailer",
        "x-newsletter",
        "x-newsletter-id",
        "x-subscription",
        "x-subscriber-id",
        "x-subscriber",
        "x-messagereference",
        "x-listprocessor-version",
        "x-lyris-message-id",
        "x-keenlist-info",
        "x-em-registration",
        "x-unsubscribe-web",
        "x-unsubscribe",
        "x-list-unsubscribe",
        "x-complaints-to-list",
        "x-klaviyo-message-id",
        "x-mandrill-user",
        "x-ses-campaign",
        "x-maillist-id",
        "x-et-route",
        "x-virtualservergroup",
        "x-destination-id",
        "x-innovyx-campaignid",
        "x-cheetahmailer",
        "x-responsys-campaign",
    }
)
"""Fields of the mass mailers and sending services."""

MASS_MAILERS = re.compile(
    r"mailchimp|phplist|sendy|constant contact|roving|lyris|listserv|l-soft|lsmtp|nlserver|exacttarget|mailman|"
    r"majordomo|"
    r"cheetahmail|responsys|emarsys|getresponse|aweber|acymailing|mailpoet|interspire|gammadyne|group mail|groupmail|"
    r"sarbacane|worldmerge|mailworkz|massmail|mass mail|bulk ?mail|atomic ?mail|turbo-?mailer|sendblaster|"
    r"mailing manager|"
    r"inxmail|optivo|cleverreach|rapidmail|newsletter|campaign|infacta|lstech|accucast|dartmail|unity ?mail|"
    r"campaigner|"
    r"supermailer|mailloop|dada mail|openemm|mailwizz|unisender|sendpulse|mindbox|benchmark",
    re.IGNORECASE,
)
MAIL_PROGRAMS = re.compile(
    r"thunderbird|mozilla|apple mail|iphone mail|ipad mail|outlook|mutt|evolution|kmail|claws|sylpheed|gnus|"
    r"emacs|pine|"
    r"git-send-email|roundcube|squirrelmail|horde|zimbra|eudora|lotus notes|the bat|becky|airmail|foxmail|entourage|"
    r"ximian|nmh|exmh|opera mail|k-9|fairemail|mailspring|postbox|spark|webmail|sogo|open-xchange|mailbird|"
    r"gnome|balsa|"
    r"pegasus|dtmail|elm |vm [0-9]|wanderlust|mew |internet mail service|alpine|rainloop|snappymail|mailmate|canary|"
    r"b4 |stgit|quilt|yahoomailclassic|atlas mailer|protonmail|aol|hotmail|squirrel|incredimail|emclient|em client",
    re.IGNORECASE,
)
PROGRAMS_OF_MACHINES = re.compile(
    r"phpmailer|sap |zend|swift ?mailer|drupal|wordpress|rails|django|nodemailer|mime-tools|mime::lite|"
    r"aspmail|"
    r"cdonts|\bcdo\b|vbmhtml|microsoft cdo|sharepoint|magento|otrs|zammad|jira|confluence|service-?now|"
    r"salesforce|zendesk|"
    r"fritz!?box|synology|qnap|\bdsm\b|notice reporter|alertmanager|zabbix|nagios|grafana|jenkins|mailpoet|"
    r"php/|perl|python|curl|blat|sendemail|libwww|cron|postie|crystal|oracle|peoplesoft|webform|formmail|php$",
    re.IGNORECASE,
)
MACHINE_MESSAGE_ID = re.compile(
    r"swift\.generated|phpmailer|@localhost|@www-data|\.nodemailer|@drupal|JavaMail\.(?:root|tomcat|www-data|apache|oracle|system|jboss|weblogic|wasadmin)@",
    re.IGNORECASE,
)

MASS_PREFIXES: Final = (
    "x-mc-",
    "x-mailchimp-",
    "x-acymailing",
    "x-phplist",
    "x-sendy-",
    "x-mailwizz",
    "x-ctct-",
    "x-roving-",
    "x-elq-",
    "x-eloqua-",
    "x-mkto-",
    "x-marketo",
    "x-binding",
    "x-klaviyo-",
    "x-sfmc-",
    "x-emarsys-",
    "x-cheetah",
    "x-responsys",
    "x-rp-",
    "x-lyris-",
    "x-cleverreach",
    "x-rapidmail",
    "x-inxmail",
    "x-optivo",
    "x-mailjet-",
    "x-mj-",
    "x-sib-",
    "x-sendinblue",
    "x-mailin-",
    "x-hs-",
    "x-hubspot",
    "x-getresponse",
    "x-aweber",
    "x-ymlp",
    "x-bulk",
    "x-mass",
    "x-newsletter",
    "x-campaign",
    "x-subscriber",
    "x-unsubscribe",
    "x-csa-",
    "x-mailpoet",
    "x-unisender",
    "x-sendpulse",
    "x-customer-io",
    "x-iterable",
    "x-braze",
    "x-dartmail",
    "x-em-",
    "x-abuse-reports-to",
    "x-ecircle",
    "x-innovyx",
)
"""Beginnings of the field names of further mass mailers, which number and change theirs."""

SERVICE_PREFIXES: Final = (
    "x-sg-",
    "x-mailgun-",
    "x-mandrill-",
    "x-ses-",
    "x-pm-",
    "x-sparkpost",
    "x-msys-",
    "x-postmark",
)
"""Services that send newsletters and notices alike."""

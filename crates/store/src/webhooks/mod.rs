//! Webhooks: endpoints of others that are told of what happens, after the *Standard Webhooks* of that name.
//!
//! The journal is their queue: what happened is to be delivered if and only if its entry is there, since that is written with the act. How far
//! an endpoint has got is a number in its row; a delivery is a row that names the entry, and is made of it when it is sent.

mod deliveries;

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::words;
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

pub use self::deliveries::{
    Delivery, DeliveryEnd, DeliveryState, TakenDelivery, WEBHOOK_ASKED_SECONDS_MAX,
    WEBHOOK_DELIVERIES_KEPT_DAYS, WEBHOOK_FAILING_DAYS, WEBHOOK_WAITS_SECONDS,
};
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::writer::random;
use crate::{Store, rows};

/// What a secret begins with, after the standard.
const SECRET_PREFIX: &str = "whsec_";
/// The length of a secret, in bytes: the standard asks for 24 to 64.
const SECRET_BYTES: usize = 32;
/// What secrets of endpoints are sealed for.
const SEALED_FOR: &str = "webhook";
/// For how long the secret before signs too after there is a new one, in milliseconds: a day.
pub const WEBHOOK_BEFORE_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// The most endpoints that there are.
pub const WEBHOOKS_MAX: usize = 50;

words! {
    /// What an endpoint is told of what happened.
    pub enum WebhookContent {
        /// What it was, when, and the ids of the record and the audit.
        Ids = "ids",
        /// The fields of the journal's entry too.
        Fields = "fields",
    }
}

/// An endpoint, as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookWanted {
    /// Its address.
    pub url: String,
    /// What it is called.
    pub label: String,
    /// Whose it is: it is told of what they may see. Nobody's where it is the operator's.
    pub person: Option<PersonId>,
    /// The kinds of events, each like `finding.raised` or `finding.*`; none means all.
    pub kinds: Vec<String>,
    /// The one audit it is told of.
    pub audit: Option<AuditId>,
    /// What it is told.
    pub content: WebhookContent,
}

/// An endpoint, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// What was asked for.
    pub wanted: WebhookWanted,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// Until when the secret before signs too, likewise.
    pub before_until: Option<i64>,
    /// The last entry of the journal that was looked at for it.
    pub looked_at: i64,
    /// Since when every delivery has failed, likewise.
    pub failing_since: Option<i64>,
    /// When it was disabled, likewise.
    pub disabled_at: Option<i64>,
    /// Why.
    pub disabled_why: Option<String>,
}

impl WebhookWanted {
    /// Whether an event of a kind that belongs to an audit is one that it is told of.
    #[must_use]
    pub fn is_told_of(&self, kind: &str, audit: Option<AuditId>) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(prefix) => kind.starts_with(prefix),
            None => kind == pattern,
        };
        (self.kinds.is_empty() || self.kinds.iter().any(fits))
            && self.audit.is_none_or(|own| audit == Some(own))
    }
}

const SQL: &str = "SELECT id, url, label, person, kinds, audit, content, made_at, before_until, looked_at, failing_since, disabled_at, \
                   disabled_why FROM webhook";
const TYPES: [CellType; 13] = [
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Text,
];

fn webhook(row: &[Cell]) -> Option<Webhook> {
    let maybe = |index: usize| Some(int(row.get(index))).filter(|millis| *millis != 0);
    let wanted = WebhookWanted {
        url: text(row.get(1)),
        label: text(row.get(2)),
        person: text(row.get(3)).parse().ok(),
        kinds: text(row.get(4)).split_whitespace().map(str::to_owned).collect(),
        audit: text(row.get(5)).parse().ok(),
        content: text(row.get(6)).parse().ok()?,
    };
    Some(Webhook {
        id: text(row.first()),
        wanted,
        made_at: int(row.get(7)),
        before_until: maybe(8),
        looked_at: int(row.get(9)),
        failing_since: maybe(10),
        disabled_at: maybe(11),
        disabled_why: Some(text(row.get(12))).filter(|why| !why.is_empty()),
    })
}

impl Store {
    /// Makes an endpoint, which is told of what happens from now on. Answers its secret, which is shown this once and kept sealed.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where there are [`WEBHOOKS_MAX`], or the key that seals is not at hand; [`StoreError`].
    pub async fn make_webhook(&self, wanted: &WebhookWanted) -> Result<(Webhook, String), StoreError> {
        if self.webhooks().await?.len() >= WEBHOOKS_MAX {
            return Err(StoreError::Limit(format!(
                "there are {WEBHOOKS_MAX} endpoints already; remove one first"
            )));
        }
        let id = hex(&random::<8>()?);
        let (secret, sealed) = self.new_secret(&id)?;
        let looked_at = self.head_seq().await?;
        let made_at = self.db.now();
        let row = vec![
            id.as_str().into(),
            wanted.url.as_str().into(),
            wanted.label.as_str().into(),
            wanted.person.map(|person| person.to_string()).into(),
            wanted.kinds.join(" ").into(),
            wanted.audit.map(|audit| audit.to_string()).into(),
            wanted.content.word().into(),
            sealed.into(),
            made_at.into(),
            looked_at.into(),
        ];
        let into =
            "webhook (id, url, label, person, kinds, audit, content, secret_sealed, made_at, looked_at)";
        rows::insert(&mut self.db.conn().await?, "making an endpoint", into, vec![row], "").await?;
        let made = Webhook {
            id,
            wanted: wanted.clone(),
            made_at,
            before_until: None,
            looked_at,
            failing_since: None,
            disabled_at: None,
            disabled_why: None,
        };
        Ok((made, secret))
    }

    fn new_secret(&self, id: &str) -> Result<(String, String), StoreError> {
        let bytes = random::<SECRET_BYTES>()?;
        let sealed = self.secret_key()?.seal(SEALED_FOR, id, &bytes)?;
        Ok((format!("{SECRET_PREFIX}{}", STANDARD.encode(bytes)), sealed))
    }

    /// All endpoints, the youngest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn webhooks(&self) -> Result<Vec<Webhook>, StoreError> {
        let sql = format!("{SQL} ORDER BY made_at DESC, id");
        let rows = self.db.conn().await?.rows("listing endpoints", &sql, &[], &TYPES).await?;
        Ok(rows.iter().filter_map(|row| webhook(row)).collect())
    }

    /// One endpoint; nothing where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn webhook(&self, id: &str) -> Result<Option<Webhook>, StoreError> {
        let sql = format!("{SQL} WHERE id = $1");
        let rows = self.db.conn().await?.rows("looking for an endpoint", &sql, &[id.into()], &TYPES).await?;
        Ok(rows.first().and_then(|row| webhook(row)))
    }

    /// Removes an endpoint with its secret and what was to be delivered to it. Whether there was one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_webhook(&self, id: &str) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let gone =
            conn.run("removing an endpoint", "DELETE FROM webhook WHERE id = $1", &[id.into()]).await? > 0;
        conn.run("removing deliveries", "DELETE FROM webhook_delivery WHERE webhook = $1", &[id.into()])
            .await?;
        Ok(gone)
    }

    /// Gives an endpoint a new secret, which is shown this once. The one before signs too for [`WEBHOOK_BEFORE_MILLIS`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn renew_webhook(&self, id: &str) -> Result<Option<String>, StoreError> {
        let (secret, sealed) = self.new_secret(id)?;
        let sql = "UPDATE webhook SET before_sealed = secret_sealed, before_until = $1, secret_sealed = $2 WHERE id = $3";
        let args: [Arg; 3] = [(self.db.now() + WEBHOOK_BEFORE_MILLIS).into(), sealed.into(), id.into()];
        let renewed = self.db.conn().await?.run("renewing a secret", sql, &args).await? > 0;
        Ok(renewed.then_some(secret))
    }

    /// Disables an endpoint, for a reason; nothing goes to it until it is enabled. Whether it was not before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn disable_webhook(&self, id: &str, why: &str) -> Result<bool, StoreError> {
        let sql =
            "UPDATE webhook SET disabled_at = $1, disabled_why = $2 WHERE id = $3 AND disabled_at IS NULL";
        let args: [Arg; 3] = [self.db.now().into(), why.into(), id.into()];
        Ok(self.db.conn().await?.run("disabling an endpoint", sql, &args).await? > 0)
    }

    /// Enables an endpoint again. What happened meanwhile is delivered now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn enable_webhook(&self, id: &str) -> Result<bool, StoreError> {
        let sql =
            "UPDATE webhook SET disabled_at = NULL, disabled_why = NULL, failing_since = NULL WHERE id = $1";
        Ok(self.db.conn().await?.run("enabling an endpoint", sql, &[id.into()]).await? > 0)
    }

    /// The value of `webhook-signature` for a message: `v1,` and the HMAC-SHA256 of `ID.TIMESTAMP.BODY` in Base64, by the secret and, while
    /// that is young, by the one before; parted by a space.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where the key that seals is not at hand, or is another.
    pub async fn webhook_signature(
        &self,
        id: &str,
        message: &str,
        timestamp: i64,
        body: &str,
    ) -> Result<String, StoreError> {
        let sql = "SELECT secret_sealed, before_sealed, before_until FROM webhook WHERE id = $1";
        let types = [CellType::Text, CellType::Text, CellType::Int];
        let rows = self.db.conn().await?.rows("reading a secret", sql, &[id.into()], &types).await?;
        let row = rows.first().ok_or_else(|| StoreError::Limit("the endpoint is gone".to_owned()))?;
        let mut sealed = vec![text(row.first())];
        if int(row.get(2)) > self.db.now() {
            sealed.push(text(row.get(1)));
        }
        let content = format!("{message}.{timestamp}.{body}");
        let mut signatures = Vec::new();
        for sealed in sealed {
            let secret = self.secret_key()?.open(SEALED_FOR, id, &sealed)?;
            let key = hmac::Key::new(hmac::HMAC_SHA256, &secret);
            let tag = hmac::sign(&key, content.as_bytes());
            signatures.push(format!("v1,{}", STANDARD.encode(tag.as_ref())));
        }
        Ok(signatures.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_told_of_what_it_asked_for() {
        let audit: AuditId = "01900000-0000-7000-8000-000000000001".parse().unwrap();
        let other: AuditId = "01900000-0000-7000-8000-000000000002".parse().unwrap();
        let mut wanted = WebhookWanted {
            url: "https://a.example/".to_owned(),
            label: "A".to_owned(),
            person: None,
            kinds: Vec::new(),
            audit: None,
            content: WebhookContent::Ids,
        };
        assert!(wanted.is_told_of("finding.raised", None));
        wanted.kinds = vec!["finding.*".to_owned(), "report.issued".to_owned()];
        for (kind, told) in [
            ("finding.raised", true),
            ("report.issued", true),
            ("report.approved", false),
            ("findings", false),
        ] {
            assert_eq!(wanted.is_told_of(kind, Some(audit)), told, "{kind}");
        }
        wanted.audit = Some(audit);
        assert!(wanted.is_told_of("finding.raised", Some(audit)));
        assert!(
            !wanted.is_told_of("finding.raised", Some(other)) && !wanted.is_told_of("finding.raised", None)
        );
    }
}

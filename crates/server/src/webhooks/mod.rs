//! Webhooks, after the *Standard Webhooks*: endpoints are managed here ([`api`]), and told of what happens ([`deliver`]) where their addresses may
//! be spoken to ([`guard`]).

pub(crate) mod api;
mod deliver;
mod guard;

use std::sync::Arc;

use assize_domain::Event;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Line;
use assize_store::{WebhookContent, WebhookWanted};

pub use self::deliver::{deliver_webhooks, deliver_webhooks_now};
use self::guard::{Flaw, Guard};
use crate::entrance::Network;

/// The most kinds of events that an endpoint names.
const KINDS_MAX: usize = 50;
/// The longest address of an endpoint, in bytes.
const URL_BYTES_MAX: usize = 2_000;

/// Webhooks, as they are configured.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// Whether an endpoint may be told what stands in the journal, and not only of what.
    pub fields_allowed: bool,
    client: Option<reqwest::Client>,
    guard: Arc<Guard>,
}

impl Default for Webhooks {
    fn default() -> Self {
        // Without a client nothing is delivered, and it waits.
        Self { fields_allowed: false, client: None, guard: Arc::new(Guard::new(Vec::new())) }
    }
}

impl Webhooks {
    /// Webhooks that may go to public addresses, and to those of `networks` besides.
    ///
    /// # Errors
    /// Why there is no client of HTTP.
    pub fn new(fields_allowed: bool, networks: Vec<Network>) -> Result<Self, String> {
        let guard = Arc::new(Guard::new(networks));
        let client = deliver::client(Arc::clone(&guard))?;
        Ok(Self { fields_allowed, client: Some(client), guard })
    }

    /// Reads what somebody wants of an endpoint; or every problem, by its field.
    ///
    /// # Errors
    /// The problems.
    pub fn wanted(&self, said: &Said<'_>, person: Option<PersonId>) -> Result<WebhookWanted, Vec<Problem>> {
        let mut problems = Vec::new();
        let url = said.url.trim();
        if url.len() > URL_BYTES_MAX {
            problems.push(Problem::new("/url", "the address is too long", "give a shorter one"));
        } else if let Err(flaw) = self.guard.address(url) {
            problems.push(flawed(flaw));
        }
        let label: Option<Line> = said.label.trim().parse().ok();
        if label.is_none() {
            problems.push(Problem::new(
                "/label",
                "the endpoint has no name",
                "give one of a line, such as what it is for",
            ));
        }
        let kinds: Vec<String> =
            said.kinds.iter().map(|kind| kind.trim().to_owned()).filter(|kind| !kind.is_empty()).collect();
        if kinds.len() > KINDS_MAX {
            problems.push(Problem::new(
                "/kinds",
                say!("there are more than {most} kinds of events", most = KINDS_MAX),
                "give none for all, or `finding.*` for those that begin so",
            ));
        }
        for kind in &kinds {
            if !is_kind(kind) {
                let what = say!("there is no kind of event `{kind}`", kind);
                problems.push(Problem::new(
                    "/kinds",
                    what,
                    "give kinds as the journal names them, such as `finding.raised`, or `finding.*`",
                ));
            }
        }
        let audit: Option<AuditId> = match said.audit.trim() {
            "" => None,
            text => match text.parse() {
                Ok(audit) => Some(audit),
                Err(_) => {
                    problems.push(Problem::new(
                        "/audit",
                        "it is not the id of an audit",
                        "give the id of an audit, or none for all",
                    ));
                    None
                }
            },
        };
        let content = match said.content.trim() {
            "" => Some(WebhookContent::Ids),
            word => word.parse().ok(),
        };
        match content {
            None => problems.push(Problem::new("/content", "it is neither `ids` nor `fields`", "give `ids`")),
            Some(WebhookContent::Fields) if !self.fields_allowed => problems.push(Problem::new(
                "/content",
                "this installation tells endpoints ids alone",
                "give `ids`, or have `webhook_content` configured as `fields`",
            )),
            Some(_) => {}
        }
        match (label, content) {
            (Some(label), Some(content)) if problems.is_empty() => Ok(WebhookWanted {
                url: url.to_owned(),
                label: label.to_string(),
                person,
                kinds,
                audit,
                content,
            }),
            _ => Err(problems),
        }
    }
}

/// What is said of an endpoint that is wanted, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Said<'s> {
    /// Its address.
    pub url: &'s str,
    /// What it is called.
    pub label: &'s str,
    /// The kinds of events.
    pub kinds: Vec<String>,
    /// The audit.
    pub audit: &'s str,
    /// What it is told.
    pub content: &'s str,
}

/// What is wrong with an address, and what to do.
fn flawed(flaw: Flaw) -> Problem {
    match flaw {
        Flaw::None => {
            Problem::new("/url", "it is no address", "give one like `https://hooks.example.com/assize`")
        }
        Flaw::Credentials => Problem::new(
            "/url",
            "the address holds a name or a password",
            "leave it out: the endpoint knows us by the signature",
        ),
        Flaw::Fragment => Problem::new(
            "/url",
            "the address has a fragment, which is not sent",
            "leave out what stands after `#`",
        ),
        Flaw::Clear => Problem::new(
            "/url",
            "the address does not begin with `https://`",
            "give one that does: what is sent is for nobody on the way",
        ),
        Flaw::Private => Problem::new(
            "/url",
            "the address is a private one",
            "give a public address, or have its network named in `webhook_networks`",
        ),
    }
}

/// Whether a text is a kind of event, or the beginning of one with `*` after it.
fn is_kind(text: &str) -> bool {
    Event::KINDS.iter().any(|(kind, _)| match text.strip_suffix('*') {
        Some(prefix) => kind.starts_with(prefix),
        None => *kind == text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(said: &Said<'_>, fields_allowed: bool) -> Result<WebhookWanted, Vec<String>> {
        let webhooks = Webhooks { fields_allowed, ..Webhooks::default() };
        webhooks.wanted(said, None).map_err(|all| all.into_iter().map(|problem| problem.at).collect())
    }

    #[test]
    fn an_endpoint_that_is_wanted_is_read_or_each_problem_named_at_its_field() {
        let good = Said { url: "https://hooks.example/a?b=c", label: "Tickets", ..Said::default() };
        let made = wanted(&good, false).unwrap();
        assert_eq!((made.kinds.len(), made.content), (0, WebhookContent::Ids));
        let kinds = vec!["finding.*".to_owned(), "report.issued".to_owned()];
        assert_eq!(wanted(&Said { kinds, ..good.clone() }, false).unwrap().kinds.len(), 2);
        assert_eq!(
            wanted(&Said { content: "fields", ..good.clone() }, true).unwrap().content,
            WebhookContent::Fields
        );
        for (bad, at) in [
            (Said { url: "ftp://a.example", ..good.clone() }, "/url"),
            (Said { url: "http://a.example/", ..good.clone() }, "/url"),
            (Said { url: "https://127.0.0.1/", ..good.clone() }, "/url"),
            (Said { label: " ", ..good.clone() }, "/label"),
            (Said { kinds: vec!["finding".to_owned()], ..good.clone() }, "/kinds"),
            (Said { audit: "7", ..good.clone() }, "/audit"),
            (Said { content: "everything", ..good.clone() }, "/content"),
            (Said { content: "fields", ..good.clone() }, "/content"),
        ] {
            assert_eq!(wanted(&bad, false).unwrap_err(), [at], "{bad:?}");
        }
    }
}

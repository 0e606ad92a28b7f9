//! Faults as answers: `application/problem+json` (RFC 9457), one shape for every error.

use std::fmt;
use std::sync::Arc;

use assize_domain::kernel::act::STALE;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::record::UNKNOWN;
use assize_domain::kernel::refusal::{Refusal, Rule};
use assize_domain::kernel::said::{Said, say};
use assize_domain::signing::{SIGNATURE_GRANT, SIGNATURE_NEEDED};
use assize_store::{ActError, StoreError};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::access::barred::Barred;
use crate::web::words::{Language, Words};

/// A kind of fault.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FaultKind {
    /// Its name, stable.
    pub(crate) name: &'static str,
    /// The status code.
    pub(crate) status: u16,
    /// What it is, the same for every fault of the kind; a template of the law's texts.
    pub(crate) title: &'static str,
}

/// Where the kinds of faults are listed; the fragment of a problem's `type` names one.
pub(crate) const KINDS_PATH: &str = "/api/v1/problems";

/// After how many seconds a request may be sent again that could not be answered.
const RETRY_AFTER_SECONDS: u16 = 5;

macro_rules! kinds {
    ($( $name:ident = $status:literal, $word:literal, $title:literal; )+) => {
        $( pub(crate) static $name: FaultKind = FaultKind { name: $word, status: $status, title: $title }; )+
        /// Every kind of fault.
        pub(crate) static KINDS: &[&FaultKind] = &[ $( &$name ),+ ];
    };
}

kinds! {
    MALFORMED = 400, "malformed", "the request is malformed";
    UNAUTHORIZED = 401, "unauthorized", "a valid token is needed";
    FORBIDDEN = 403, "forbidden", "this is not allowed to who asks";
    UNSIGNED = 403, "unsigned", "this binds whoever gives it, and is not signed";
    NOT_FOUND = 404, "not_found", "there is nothing here";
    METHOD = 405, "method", "the method is not allowed here";
    SLOW = 408, "slow", "the request took too long to arrive";
    REFUSED = 409, "refused", "the law refuses";
    VERSION = 412, "version", "the record has changed since it was read";
    TOO_LARGE = 413, "too_large", "the body is too large";
    MEDIA = 415, "media", "the media type is not taken here";
    MISDIRECTED = 421, "misdirected", "nobody is served at this address";
    INVALID = 422, "invalid", "what was sent cannot be understood";
    TOO_MANY = 429, "too_many", "too many tries have failed";
    KEY_REUSED = 422, "key_reused", "the idempotency key was used for another request";
    INTERNAL = 500, "internal", "a fault of the server";
    UNAVAILABLE = 503, "unavailable", "the server cannot do this now";
}

/// A fault on its way out. The middleware around all handlers writes it as JSON, with the request's id, and logs its
/// cause; the cause is never in the answer.
#[derive(Clone)]
pub(crate) struct Fault {
    pub(crate) kind: &'static FaultKind,
    detail: Said,
    problems: Vec<Problem>,
    refusals: Vec<Refusal>,
    barred: Option<Box<Barred>>,
    /// For the log alone.
    pub(crate) cause: Option<Box<str>>,
}

impl Fault {
    pub(crate) fn new(kind: &'static FaultKind, detail: impl Into<Said>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            problems: Vec::new(),
            refusals: Vec::new(),
            barred: None,
            cause: None,
        }
    }

    pub(crate) fn not_found(detail: impl Into<Said>) -> Self {
        Self::new(&NOT_FOUND, detail)
    }

    /// A fault of ours. `cause` is logged.
    pub(crate) fn internal(cause: impl fmt::Display) -> Self {
        let detail = "the server failed; its log says why under the request's id";
        Self { cause: Some(cause.to_string().into()), ..Self::new(&INTERNAL, detail) }
    }

    pub(crate) fn unavailable(detail: impl Into<Said>, cause: impl fmt::Display) -> Self {
        Self { cause: Some(cause.to_string().into()), ..Self::new(&UNAVAILABLE, detail) }
    }

    pub(crate) fn invalid(problems: Vec<Problem>) -> Self {
        let detail = match problems.as_slice() {
            [one] => one.what.clone(),
            many => say!("there are {count} problems", count = many.len()),
        };
        Self { problems, ..Self::new(&INVALID, detail) }
    }

    /// That the policies do not let somebody do something.
    pub(crate) fn barred(kind: &'static FaultKind, detail: impl Into<Said>, barred: Barred) -> Self {
        Self { barred: Some(Box::new(barred)), ..Self::new(kind, detail) }
    }

    /// Refusals of a command: 412 where one is of its version, 403 where it is not signed, else 409.
    pub(crate) fn refused(refusals: Vec<Refusal>) -> Self {
        let by = |rule: &Rule| refusals.iter().any(|refusal| refusal.rule == rule);
        let kind = if by(&STALE) {
            &VERSION
        } else if by(&SIGNATURE_NEEDED) || by(&SIGNATURE_GRANT) {
            &UNSIGNED
        } else {
            &REFUSED
        };
        let detail = Said::joined(refusals.iter().map(|refusal| refusal.what.clone()));
        Self { refusals, ..Self::new(kind, detail) }
    }

    /// Refusals of a question: 404 where what it asks about is not there.
    pub(crate) fn unanswered(error: ActError) -> Self {
        match error {
            ActError::Refused(refusals) if refusals.iter().all(|refusal| refusal.rule == &UNKNOWN) => {
                Self { kind: &NOT_FOUND, ..Self::refused(refusals) }
            }
            other => other.into(),
        }
    }

    /// The fault that a status code without a body stands for.
    pub(crate) fn of_status(status: StatusCode, detail: Option<Said>) -> Self {
        let kind = KINDS.iter().copied().find(|kind| kind.status == status.as_u16());
        let kind = kind.unwrap_or(if status.is_server_error() { &INTERNAL } else { &MALFORMED });
        Self::new(kind, detail.unwrap_or_else(|| kind.title.into()))
    }

    /// What is wrong with this request.
    pub(crate) const fn detail(&self) -> &Said {
        &self.detail
    }

    /// The refusals of the law that it stands for.
    pub(crate) fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// Why the policies bar somebody, where they do.
    pub(crate) fn bars(&self) -> Option<&Barred> {
        self.barred.as_deref()
    }

    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The body, in a language. English is as the law says it; rules and clauses are the same in every language.
    pub(crate) fn body(&self, request_id: &str, language: Language) -> Value {
        let words = Words::new(language, "UTC");
        let told = |said: &Said| match language {
            Language::English => said.to_string(),
            Language::German => words.said(said),
        };
        let mut body = Map::new();
        body.insert("type".to_owned(), format!("{KINDS_PATH}#{}", self.kind.name).into());
        body.insert("title".to_owned(), told(&self.kind.title.into()).into());
        body.insert("status".to_owned(), self.kind.status.into());
        body.insert("detail".to_owned(), told(&self.detail).into());
        body.insert("request_id".to_owned(), request_id.into());
        if !self.refusals.is_empty() {
            let refusals = self.refusals.iter().map(|refusal| {
                json!({ "rule": refusal.rule.id, "clause": refusal.rule.clause, "at": refusal.at,
                    "what": told(&refusal.what), "hint": told(&refusal.hint) })
            });
            body.insert("refusals".to_owned(), refusals.collect());
        }
        if let Some(Barred { because, turn_to }) = self.barred.as_deref() {
            body.insert("because".to_owned(), because.iter().copied().collect());
            let turn_to = turn_to.iter().map(|(role, name)| json!({ "role": role.word(), "name": name }));
            body.insert("turn_to".to_owned(), turn_to.collect());
        }
        if !self.problems.is_empty() {
            let problems = self
                .problems
                .iter()
                .map(|problem| json!({ "at": problem.at, "what": told(&problem.what), "hint": told(&problem.hint) }));
            body.insert("problems".to_owned(), problems.collect());
        }
        Value::Object(body)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        store_fault(&error)
    }
}

impl From<ActError> for Fault {
    fn from(error: ActError) -> Self {
        match error {
            ActError::Refused(refusals) => Self::refused(refusals),
            ActError::KeyReused => Fault::new(
                &KEY_REUSED,
                "this `Idempotency-Key` came with another request within the last day; use a new one",
            ),
            ActError::Fault(error) => store_fault(&error),
        }
    }
}

fn store_fault(error: &StoreError) -> Fault {
    match error {
        StoreError::Closed => Fault::unavailable("the server is ending; try again in a moment", error),
        StoreError::Fenced(_) => Fault::unavailable(
            "the organization is being moved to another place, and can only be read meanwhile; try again in a few minutes",
            error,
        ),
        StoreError::Field(bad) => crate::field::fault(*bad),
        StoreError::EvidenceKey { .. } => Fault::unavailable(
            "the file is kept encrypted, and the server was not given the key: whoever runs it can give it",
            error,
        ),
        StoreError::Sealed { .. } => {
            let detail = "the encrypted file does not open: it was changed, or its key was; verify the store";
            Fault { cause: Some(error.to_string().into()), ..Fault::new(&INTERNAL, detail) }
        }
        StoreError::Unknown => Fault::unavailable(
            "the answer of the database was lost, and whether the act came about is not known: send it again with the same `Idempotency-Key`",
            error,
        ),
        away if away.is_passing() => Fault::unavailable(
            "the database or the place of evidence cannot be reached; try again in a moment",
            causes(away),
        ),
        other => Fault::internal(causes(other)),
    }
}

/// An error with everything beneath it, for the log.
pub(crate) fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}

/// A fault in a response, for the middleware.
#[derive(Clone)]
pub(crate) struct Carried(pub(crate) Arc<Fault>);

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if self.kind == &UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"assize\""));
        }
        if self.kind == &UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS.into());
        }
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// `GET /api/v1/problems`: the kinds of faults.
pub(crate) async fn list() -> Response {
    let kinds =
        KINDS.iter().map(|kind| json!({ "name": kind.name, "status": kind.status, "title": kind.title }));
    crate::body::json(StatusCode::OK, &json!({ "items": kinds.collect::<Value>() }))
}

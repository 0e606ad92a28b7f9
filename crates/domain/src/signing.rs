//! Acts that bind, and what somebody signs who gives one (docs/record.md, *A signature*).
//!
//! The law decides without asking for signatures: whether an act that binds was signed, the store sees to, in the transaction of the act.
//! Here stands which acts those are, what is signed, what the journal keeps of it, and what is refused in which words.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::kernel::act::Actor;
use crate::kernel::entry::{canonical, hex};
use crate::kernel::id::{PersonId, ReportId};
use crate::kernel::macros::words;
use crate::kernel::record::{Key, World};
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::registry::{Command, Event};
use crate::report::{Report, ReportState};

rules! {
    SIGNATURE_NEEDED = "signature.needed", "house rule", "a signature of whoever gives an act that binds";
    SIGNATURE_GRANT = "signature.grant", "house rule", "a grant for this act, of the person who gives it, used once and within its time";
    SIGNATURE_NONE = "signature.none", "house rule", "signatures for acts that bind, and of persons alone";
}

/// How long a question for a signature can be answered, and how long the grant that answers it holds, in milliseconds.
pub const GRANT_MILLIS: i64 = 5 * 60 * 1_000;
/// What the signed bytes begin with.
const SIGNED: &str = "assize-signature/1\n";

/// An act that binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The command.
    pub command: &'static str,
    /// The kind of event that the signature stands beside.
    pub event: &'static str,
    /// What the signature means, as its signer says it. It is part of what is signed; older entries keep their own.
    pub meaning: &'static str,
    /// The fields of the command that are signed. The event has each of them, so that the signed bytes can be put together from it.
    pub fields: &'static [&'static str],
}

const fn binds(
    command: &'static str,
    event: &'static str,
    fields: &'static [&'static str],
    meaning: &'static str,
) -> Binding {
    Binding { command, event, meaning, fields }
}

/// Every act that binds.
pub const BINDINGS: &[Binding] = &[
    binds(
        "programme.establish",
        "programme.established",
        &["programme"],
        "I establish this audit programme as it stands now.",
    ),
    binds(
        "plan.present",
        "plan.presented",
        &["plan"],
        "I present this audit plan to the auditee as it stands now.",
    ),
    binds(
        "plan.overrule_objection",
        "plan.objection_overruled",
        &["plan", "objection", "why"],
        "I overrule this objection to the audit plan, for the reason I give.",
    ),
    binds(
        "report.review",
        "report.reviewed",
        &["report", "content", "remarks"],
        "I have reviewed the audit report with this content.",
    ),
    binds(
        "report.approve",
        "report.approved",
        &["report", "content"],
        "I approve the audit report with this content.",
    ),
    // The PDF is made when the report is issued, and holds the minute of its making; what is issued is the content.
    binds("report.issue", "report.issued", &["report"], "I issue the audit report with this content."),
    binds(
        "finding.acknowledge",
        "finding.acknowledged",
        &["finding"],
        "I acknowledge this finding for the auditee.",
    ),
    binds(
        "finding.verify",
        "finding.verified",
        &["finding", "text", "evidence"],
        "I have verified that the corrective action was carried out, as I describe it.",
    ),
    binds(
        "certification.review",
        "certification.reviewed",
        &["certification", "audit", "sufficient", "remarks"],
        "I have reviewed what the certification rests on, and this is my result.",
    ),
    binds(
        "certification.decide",
        "certification.decided",
        &["certification", "decision", "audit", "reason"],
        "I take this decision on the certification.",
    ),
];

/// What a command binds to; nothing where it does not bind.
#[must_use]
pub fn binding_of(command: &str) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.command == command)
}

/// What an event binds to; nothing where none of its kind does.
#[must_use]
pub fn binding_of_event(kind: &str) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.event == kind)
}

/// Whether an act needs a grant: it binds, and a person gives it. The operator of the host acts unsigned, and whoever came by the auditee's
/// door has no account to sign with: the code that opened it stands for them. The journal says so.
#[must_use]
pub fn must_sign(command: &str, actor: &Actor, by_door: bool) -> Option<&'static Binding> {
    binding_of(command).filter(|_| matches!(actor, Actor::Person { .. }) && !by_door)
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The command.
    pub act: String,
    /// What the signature means.
    pub meaning: String,
    /// Who signs.
    pub by: PersonId,
    /// The record that the act happens to.
    pub subject: Key,
    /// The version of that record that the signer saw.
    pub version: i64,
    /// The fields of the command that are signed.
    pub payload: Value,
    /// For a report, the digest of its content.
    pub content: Option<String>,
    /// 128 random bits, in hexadecimal, so that no signature is good twice.
    pub nonce: String,
}

impl Statement {
    /// The statement as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "act": self.act, "by": self.by.to_string(), "content": self.content, "meaning": self.meaning,
            "nonce": self.nonce, "payload": self.payload,
            "subject": { "id": self.subject.id.hyphenated().to_string(), "kind": self.subject.kind.word() },
            "version": self.version })
    }

    /// SHA-256 of `assize-signature/1`, a line feed, and the canonical JSON of the statement.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(SIGNED);
        hash.update(canonical(&self.to_json()));
        hash.finalize().into()
    }
}

/// The fields of a command or of an event that are signed; what is not there is null.
#[must_use]
pub fn signed_fields(binding: &Binding, of: &Value) -> Value {
    let field = |name: &&str| ((*name).to_owned(), of.get(*name).cloned().unwrap_or_default());
    Value::Object(binding.fields.iter().map(field).collect::<Map<_, _>>())
}

/// For a command on a report, the digest of the content that it is about: the one that it names, or the approved one.
///
/// # Errors
/// [`Stop::Need`].
pub fn content_of(world: &World, command: &Command) -> Result<Option<String>, Stop> {
    Ok(match command {
        Command::ReviewReport(review) => Some(review.content.to_string()),
        Command::ApproveReport(approve) => Some(approve.content.to_string()),
        Command::IssueReport(issue) => approved(world, issue.report)?,
        _ => None,
    })
}

/// The same of an event, in the world that it has come about in. An issued report's content is looked up there.
#[must_use]
pub fn content_of_event(world: &World, event: &Event) -> Option<String> {
    match event {
        Event::ReportReviewed(reviewed) => Some(reviewed.content.to_string()),
        Event::ReportApproved(approved) => Some(approved.content.to_string()),
        Event::ReportIssued(issued) => match world.find::<Report>(issued.report).ok()??.state() {
            ReportState::Issued { issued_content, .. } => Some(issued_content.to_string()),
            ReportState::Draft
            | ReportState::Reviewed { .. }
            | ReportState::Approved { .. }
            | ReportState::Replaced { .. } => None,
        },
        _ => None,
    }
}

fn approved(world: &World, report: ReportId) -> Result<Option<String>, Stop> {
    Ok(match world.get::<Report>(report)?.state() {
        ReportState::Approved { content, .. } => Some(content.to_string()),
        ReportState::Draft
        | ReportState::Reviewed { .. }
        | ReportState::Issued { .. }
        | ReportState::Replaced { .. } => None,
    })
}

words! {
    /// How an act that binds was signed.
    pub enum SigningMethod {
        /// By a passkey, over the digest: whoever has the entry can check it.
        Passkey = "passkey",
        /// By the passphrase and a one-time code, both given for this act: the server attests it.
        PassphraseAndCode = "passphrase_and_code",
        /// By the auditee's door, which a link and a one-time code had opened: the server attests it. The entry names the door.
        Door = "door",
        /// Not at all: the operator of the host attests the act.
        Unsigned = "unsigned",
    }
}

/// What the journal keeps of a signature, in the field `signature` of the entry it stands beside. What is optional is there unless the
/// method is `unsigned` or `door`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The command.
    pub act: String,
    /// What the signature means.
    pub meaning: String,
    /// The word of a [`SigningMethod`].
    pub method: String,
    /// The version of the record that the signer saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// For a report, the digest of its content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The random bits of the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The digest of the statement, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// When it was signed, by the clock of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<String>,
    /// What the authenticator answered, where the method is `passkey`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assertion: Option<Assertion>,
}

/// What an authenticator answered (W3C Web Authentication), each part in base64url without padding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// What the authenticator calls its key.
    pub credential: String,
    /// The public key, in the form of COSE.
    pub public_key: String,
    /// The authenticator data.
    pub authenticator_data: String,
    /// The client data, as JSON in bytes; its challenge is the digest.
    pub client_data: String,
    /// The signature over authenticator data and the SHA-256 of the client data.
    pub signature: String,
}

impl Signature {
    /// What stands beside an act of the operator.
    #[must_use]
    pub fn unsigned(binding: &Binding) -> Self {
        Self::without_digest(binding, SigningMethod::Unsigned)
    }

    /// What stands beside an act by the auditee's door.
    #[must_use]
    pub fn by_door(binding: &Binding) -> Self {
        Self::without_digest(binding, SigningMethod::Door)
    }

    fn without_digest(binding: &Binding, method: SigningMethod) -> Self {
        Self {
            act: binding.command.to_owned(),
            meaning: binding.meaning.to_owned(),
            method: method.word().to_owned(),
            version: None,
            content: None,
            nonce: None,
            digest: None,
            signed_at: None,
            assertion: None,
        }
    }

    /// What stands beside an act that was signed.
    #[must_use]
    pub fn given(
        statement: &Statement,
        method: SigningMethod,
        signed_at: String,
        assertion: Option<Assertion>,
    ) -> Self {
        Self {
            act: statement.act.clone(),
            meaning: statement.meaning.clone(),
            method: method.word().to_owned(),
            version: Some(statement.version),
            content: statement.content.clone(),
            nonce: Some(statement.nonce.clone()),
            digest: Some(hex(&statement.digest())),
            signed_at: Some(signed_at),
            assertion,
        }
    }

    /// The method, where its word is one.
    #[must_use]
    pub fn method(&self) -> Option<SigningMethod> {
        self.method.parse().ok()
    }

    /// The statement that was signed, put together from the event that the signature stands beside; nothing where the signature lacks a
    /// part of it.
    #[must_use]
    pub fn statement(&self, binding: &Binding, event: &Event, by: PersonId) -> Option<Statement> {
        Some(Statement {
            act: self.act.clone(),
            meaning: self.meaning.clone(),
            by,
            subject: event.subject(),
            version: self.version?,
            payload: signed_fields(binding, &event.payload()),
            content: self.content.clone(),
            nonce: self.nonce.clone()?,
        })
    }
}

/// Why a grant does not sign an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantFault {
    /// There is none of that secret.
    Unknown,
    /// It is another person's.
    Person,
    /// It was asked for another act, or for the same with other words.
    Other,
    /// It was used before.
    Used,
    /// Its time is over.
    Old,
}

/// That an act that binds comes without a grant.
#[must_use]
pub fn needed(binding: &Binding) -> Refusal {
    Refusal::new(
        &SIGNATURE_NEEDED,
        say!("`{command}` binds whoever gives it, and comes without a signature", command = binding.command),
        say!(
            "ask for a grant for `{command}` with `POST /api/v1/signing-grants`, answer it by a passkey or by passphrase and code, and send it as `Signing-Grant`",
            command = binding.command
        ),
    )
}

/// That a grant does not sign an act.
#[must_use]
pub fn refused(fault: GrantFault) -> Refusal {
    const HINT: &str = "ask for a new grant for what is given now, and sign it";
    match fault {
        GrantFault::Unknown => Refusal::new(&SIGNATURE_GRANT, "there is no such signing grant", HINT),
        GrantFault::Person => Refusal::new(&SIGNATURE_GRANT, "the signing grant is another person's", HINT),
        GrantFault::Other => {
            Refusal::new(&SIGNATURE_GRANT, "the signing grant is for something else than what is given", HINT)
        }
        GrantFault::Used => Refusal::new(&SIGNATURE_GRANT, "the signing grant was used before", HINT),
        GrantFault::Old => Refusal::new(&SIGNATURE_GRANT, "the time of the signing grant is over", HINT),
    }
}

/// That a command is not signed at all.
#[must_use]
pub fn not_binding(command: &str) -> Refusal {
    Refusal::new(
        &SIGNATURE_NONE,
        say!("`{command}` binds nobody, and is not signed", command),
        "give it without a grant",
    )
}

/// That the operator signs nothing.
#[must_use]
pub fn not_a_person() -> Refusal {
    Refusal::new(
        &SIGNATURE_NONE,
        "the operator of the host signs nothing: the journal says that the host attests the act",
        "give the command without a grant, or let the person sign it themselves",
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::testing::life;

    #[test]
    fn each_act_that_binds_is_of_the_law_and_its_event_holds_what_is_signed() {
        let mut met = BTreeSet::new();
        for (_, event) in &life::lived().journal {
            let Some(binding) = binding_of_event(event.kind()) else { continue };
            met.insert(binding.command);
            let payload = event.payload();
            for field in binding.fields {
                assert!(payload.get(field).is_some(), "`{}` has no `{field}`", binding.event);
            }
        }
        let all: BTreeSet<&str> = BINDINGS.iter().map(|binding| binding.command).collect();
        assert_eq!(all.len(), BINDINGS.len());
        assert_eq!(met, all, "each is met in the life of the house");
        for binding in BINDINGS {
            let schema = Command::schema(binding.command).unwrap();
            let fields: BTreeSet<&str> =
                schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            let signed: BTreeSet<&str> = binding.fields.iter().copied().chain(["pdf"]).collect();
            let left_out: Vec<&&str> = fields.difference(&signed).collect();
            assert_eq!(left_out, Vec::<&&str>::new(), "`{}` leaves fields unsigned", binding.command);
            assert!(schema["properties"].get("pdf").is_none() || binding.command == "report.issue");
        }
    }

    fn statement() -> Statement {
        Statement {
            act: "finding.acknowledge".to_owned(),
            meaning: "I acknowledge this finding for the auditee.".to_owned(),
            by: PersonId::from(uuid::Uuid::from_u128(7)),
            subject: Key { kind: crate::Kind::Finding, id: uuid::Uuid::from_u128(8) },
            version: 3,
            payload: json!({ "finding": uuid::Uuid::from_u128(8).to_string() }),
            content: None,
            nonce: "00112233445566778899aabbccddeeff".to_owned(),
        }
    }

    #[test]
    fn the_signed_bytes_are_those_that_the_documentation_names() {
        let id = |last: u8| format!("00000000-0000-0000-0000-00000000000{last}");
        let text = format!(
            "assize-signature/1\n{{\"act\":\"finding.acknowledge\",\"by\":\"{}\",\"content\":null,\"meaning\":\"I acknowledge this finding for the auditee.\",\
             \"nonce\":\"00112233445566778899aabbccddeeff\",\"payload\":{{\"finding\":\"{}\"}},\"subject\":{{\"id\":\"{}\",\"kind\":\"finding\"}},\"version\":3}}",
            id(7),
            id(8),
            id(8)
        );
        assert_eq!(statement().digest(), <[u8; 32]>::from(Sha256::digest(text)));
    }

    #[test]
    fn another_statement_has_another_digest() {
        let one = statement();
        for other in [
            Statement { act: "finding.verify".to_owned(), ..one.clone() },
            Statement { meaning: "I do not.".to_owned(), ..one.clone() },
            Statement { by: PersonId::from(uuid::Uuid::from_u128(9)), ..one.clone() },
            Statement { subject: Key { id: uuid::Uuid::from_u128(9), ..one.subject }, ..one.clone() },
            Statement { version: 4, ..one.clone() },
            Statement { payload: json!({}), ..one.clone() },
            Statement { content: Some("ab".repeat(32)), ..one.clone() },
            Statement { nonce: "11".repeat(16), ..one.clone() },
        ] {
            assert_ne!(one.digest(), other.digest(), "{other:?}");
        }
    }

    #[test]
    fn who_must_sign_is_a_person_who_binds_themselves() {
        let person = Actor::Person { person: PersonId::from(uuid::Uuid::from_u128(7)) };
        let operator = Actor::Operator { on_behalf_of: person.person() };
        assert!(must_sign("report.approve", &person, false).is_some());
        assert!(must_sign("finding.acknowledge", &person, true).is_none());
        assert!(must_sign("report.approve", &operator, false).is_none());
        assert!(must_sign("report.edit", &person, false).is_none());
    }

    #[test]
    fn each_refusal_says_what_is_missing() {
        let said = [
            (needed(&BINDINGS[0]), &SIGNATURE_NEEDED, "comes without a signature"),
            (refused(GrantFault::Unknown), &SIGNATURE_GRANT, "no such"),
            (refused(GrantFault::Person), &SIGNATURE_GRANT, "another person's"),
            (refused(GrantFault::Other), &SIGNATURE_GRANT, "something else"),
            (refused(GrantFault::Used), &SIGNATURE_GRANT, "used before"),
            (refused(GrantFault::Old), &SIGNATURE_GRANT, "is over"),
            (not_binding("note.write"), &SIGNATURE_NONE, "`note.write` binds nobody"),
            (not_a_person(), &SIGNATURE_NONE, "signs nothing"),
        ];
        for (refusal, rule, what) in said {
            assert_eq!(refusal.rule, rule);
            assert!(refusal.what.to_string().contains(what), "{refusal}");
        }
    }

    #[test]
    fn what_the_journal_keeps_is_read_as_it_was_written() {
        let signature =
            Signature::given(&statement(), SigningMethod::PassphraseAndCode, "now".to_owned(), None);
        let json = serde_json::to_value(&signature).unwrap();
        assert!(json.get("assertion").is_none());
        assert_eq!(serde_json::from_value::<Signature>(json.clone()).unwrap(), signature);
        let mut more = json;
        more["more"] = json!(1);
        assert!(serde_json::from_value::<Signature>(more).is_err());
        let unsigned = Signature::unsigned(&BINDINGS[0]);
        assert_eq!(unsigned.method(), Some(SigningMethod::Unsigned));
        assert_eq!(serde_json::to_value(&unsigned).unwrap().as_object().unwrap().len(), 3);
    }
}

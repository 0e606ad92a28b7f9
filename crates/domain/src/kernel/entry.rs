//! Journal entries and their leaves: what is hashed into the log, and how a value can be withheld or erased and
//! the entry still proven.
//!
//! The leaf of an entry is a text of lines, each ended by a line feed:
//!
//! ```text
//! assize-entry/1
//! seq 17
//! time 2026-09-15T07:00:00.000Z
//! kind paper.evaluated
//! v 1
//! field actor 5c1f…
//! field audit 90aa…
//! field subject 77b0…
//! field p.evaluation 0c4e…
//! ```
//!
//! Each field is committed to by `SHA-256("assize-field/1" LF salt name LF value)`, in lower-case hexadecimal, where
//! the salt is 16 random bytes of its own and the value is [canonical JSON](canonical). Fields stand in the order of
//! their names' bytes. `actor` is who acted, `subject` the record it happened to, `audit` the audit it belongs to
//! (absent where it belongs to none), `door` the auditee's door that the actor came by (absent where they did not), `field` where and when an
//! act was done that came home from the field, `act` in a journal of the field an act as it was given, and `p.` begins the
//! names of the payload's fields. Beside an act that binds stand `signature`, and `signer`, the name of who signed
//! ([`signing`](crate::signing)).

use std::fmt::Write as _;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::act::{Actor, Stamp};
use super::datum::{Corrupt, Datum, read_json};
use super::id::AuditId;
use super::record::Key;
use super::time::Timestamp;
use crate::registry::Event;
use crate::signing::Signature;

/// Bytes of salt in each field.
pub const SALT_BYTES: usize = 16;
/// Begins the names of the payload's fields.
const PAYLOAD: &str = "p.";
/// The field that names the auditee's door that an act was done by; most entries have none.
const DOOR: &str = "door";
/// The field that holds the signature of an act that binds.
pub const SIGNATURE: &str = "signature";
/// The field that holds the name of who signed. It goes when that person is erased; the rest of the entry stays.
pub const SIGNER: &str = "signer";
/// The field that says where and when an act from the field was done, that came home. It goes with the loan alone: by it the act is known again.
pub const FIELD: &str = "field";
/// The field that holds an act in the field as it was given.
const ACT: &str = "act";
/// Bytes of a commitment.
pub const COMMITMENT_BYTES: usize = 32;
/// Bytes of a field's line in the leaf besides its name.
const FIELD_LINE_BYTES: usize = "field ".len() + " \n".len() + COMMITMENT_BYTES * 2;

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1; its leaf in the log is one less.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// The kind of event.
    pub kind: String,
    /// The version of the payload's form.
    pub v: u16,
    /// The fields, in the order of their names.
    pub fields: Vec<EntryField>,
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryField {
    /// Its name.
    pub name: String,
    /// Its value, or what is left of it.
    pub content: Content,
}

/// The content of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The value, with the salt of its commitment.
    Open {
        /// The salt.
        salt: [u8; SALT_BYTES],
        /// The value.
        value: Value,
    },
    /// The value is not here; the commitment to it is.
    Closed {
        /// The commitment.
        commitment: [u8; COMMITMENT_BYTES],
        /// Why.
        why: Absent,
    },
}

/// Why a value is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Withheld from this copy; the store may still have it.
    Withheld,
    /// Erased from the store.
    Erased,
}

impl Absent {
    const fn word(self) -> &'static str {
        match self {
            Self::Withheld => "withheld",
            Self::Erased => "erased",
        }
    }
}

impl Entry {
    /// The entry of an event. `salts` gives one salt a field.
    pub fn new(seq: i64, stamp: &Stamp, event: &Event, mut salts: impl FnMut() -> [u8; SALT_BYTES]) -> Self {
        let mut values = vec![("actor".to_owned(), stamp.by.to_json())];
        if let Some(audit) = event.audit() {
            values.push(("audit".to_owned(), audit.to_json()));
        }
        let subject = event.subject();
        values.push((
            "subject".to_owned(),
            json!({ "id": subject.id.hyphenated().to_string(), "kind": subject.kind.word() }),
        ));
        if let Value::Object(payload) = event.payload() {
            values.extend(payload.into_iter().map(|(name, value)| (format!("{PAYLOAD}{name}"), value)));
        }
        values.sort_by(|a, b| a.0.cmp(&b.0));
        let fields = values
            .into_iter()
            .map(|(name, value)| EntryField { name, content: Content::Open { salt: salts(), value } })
            .collect();
        Self { seq, at: stamp.at, kind: event.kind().to_owned(), v: event.v(), fields }
    }

    /// The same of an act by the auditee's door: the entry names the door beside who acted.
    #[must_use]
    pub fn by_door(self, door: &str, salt: [u8; SALT_BYTES]) -> Self {
        self.with(DOOR, Value::String(door.to_owned()), salt)
    }

    /// The auditee's door that it was done by, if by one.
    #[must_use]
    pub fn door(&self) -> Option<&str> {
        self.value(DOOR)?.as_str()
    }

    /// The same of an act from the field that came home: `beside` says where and when it was done.
    #[must_use]
    pub fn in_field(self, beside: Value, salt: [u8; SALT_BYTES]) -> Self {
        self.with(FIELD, beside, salt)
    }

    /// Where and when an act from the field was done, where it is one.
    #[must_use]
    pub fn field(&self) -> Option<&Value> {
        self.value(FIELD)
    }

    /// The same of an act in the field itself: `given` is the act as it was given.
    #[must_use]
    pub fn as_given(self, given: Value, salt: [u8; SALT_BYTES]) -> Self {
        self.with(ACT, given, salt)
    }

    /// An act in the field as it was given; beside the first entry of each.
    #[must_use]
    pub fn given(&self) -> Option<&Value> {
        self.value(ACT)
    }

    fn with(mut self, name: &str, value: Value, salt: [u8; SALT_BYTES]) -> Self {
        let at = self.fields.partition_point(|other| other.name.as_str() < name);
        self.fields.insert(at, EntryField { name: name.to_owned(), content: Content::Open { salt, value } });
        self
    }

    /// The entry with a signature beside it. `salts` gives one salt a field.
    #[must_use]
    pub fn signed(
        mut self,
        signature: &Signature,
        signer: Option<&str>,
        mut salts: impl FnMut() -> [u8; SALT_BYTES],
    ) -> Self {
        let mut add = |name: &str, value: Value| {
            self.fields
                .push(EntryField { name: name.to_owned(), content: Content::Open { salt: salts(), value } });
        };
        // A structure of texts and numbers is JSON.
        add(SIGNATURE, serde_json::to_value(signature).unwrap_or_default());
        if let Some(signer) = signer {
            add(SIGNER, Value::String(signer.to_owned()));
        }
        self.fields.sort_by(|a, b| a.name.cmp(&b.name));
        self
    }

    /// The signature beside the entry, where it is here.
    ///
    /// # Errors
    /// [`Corrupt`] when it cannot be read.
    pub fn signature(&self) -> Result<Option<Signature>, Corrupt> {
        let Some(value) = self.value(SIGNATURE) else { return Ok(None) };
        Signature::deserialize(value)
            .map(Some)
            .map_err(|error| Corrupt::new(format!("the signature cannot be read: {error}")))
    }

    /// Whether a signature stands beside the entry, here or withheld.
    #[must_use]
    pub fn has_signature(&self) -> bool {
        self.fields.iter().any(|field| field.name == SIGNATURE)
    }

    /// The bytes of the leaf.
    #[must_use]
    pub fn leaf(&self) -> Vec<u8> {
        let fields: usize = self.fields.iter().map(|field| field.name.len() + FIELD_LINE_BYTES).sum();
        let mut leaf = String::with_capacity(HEAD_BYTES + fields);
        let _ = write!(
            leaf,
            "assize-entry/1\nseq {}\ntime {}\nkind {}\nv {}\n",
            self.seq, self.at, self.kind, self.v
        );
        let mut leaf = leaf.into_bytes();
        let mut text = String::with_capacity(VALUE_BYTES);
        for field in &self.fields {
            leaf.extend_from_slice(b"field ");
            leaf.extend_from_slice(field.name.as_bytes());
            leaf.push(b' ');
            for byte in field.commitment_by(&mut text) {
                leaf.extend_from_slice(&digits(byte));
            }
            leaf.push(b'\n');
        }
        leaf
    }

    /// The value of a field, if it is here.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|field| field.name == name).and_then(|field| match &field.content {
            Content::Open { value, .. } => Some(value),
            Content::Closed { .. } => None,
        })
    }

    /// Whether every value is here that says what happened; a signature stands beside that.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.told().all(|field| matches!(field.content, Content::Open { .. }))
    }

    /// Whether a value that says what happened has been erased.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.told().any(|field| matches!(field.content, Content::Closed { why: Absent::Erased, .. }))
    }

    /// The fields that say what happened.
    fn told(&self) -> impl Iterator<Item = &EntryField> {
        self.fields.iter().filter(|field| !is_beside(&field.name))
    }

    /// Takes the values of the fields chosen out; their commitments stay.
    pub fn close(&mut self, why: Absent, chosen: impl Fn(&str) -> bool) {
        for field in &mut self.fields {
            if chosen(&field.name) && matches!(field.content, Content::Open { .. }) {
                field.content = Content::Closed { commitment: field.commitment(), why };
            }
        }
    }

    /// The event and its stamp.
    ///
    /// # Errors
    /// [`Corrupt`] when a value is missing, or the payload is not one of its kind.
    pub fn event(&self) -> Result<(Event, Stamp), Corrupt> {
        self.clone().into_event()
    }

    /// The event and its stamp, of an entry that is not needed any more.
    ///
    /// # Errors
    /// As [`Entry::event`].
    pub fn into_event(self) -> Result<(Event, Stamp), Corrupt> {
        let mut payload = Map::new();
        let (mut by, mut subject, mut audit) = (None, None, None);
        for EntryField { mut name, content } in self.fields {
            if is_beside(&name) {
                continue;
            }
            let Content::Open { value, .. } = content else {
                return Err(Corrupt::new(format!("the value of `{name}` is not here")));
            };
            match name.as_str() {
                "actor" => by = read_json::<Actor>(&value).ok(),
                "subject" => subject = Some(value),
                "audit" => audit = Some(value),
                payload_name if payload_name.starts_with(PAYLOAD) => {
                    payload.insert(name.split_off(PAYLOAD.len()), value);
                }
                _ => {}
            }
        }
        let by = by.ok_or_else(|| Corrupt::new("the actor cannot be read"))?;
        let event = Event::read(&self.kind, self.v, &Value::Object(payload))?;
        if subject != Some(subject_json(event.subject())) {
            return Err(Corrupt::new("the subject is not that of the event"));
        }
        if audit != event.audit().map(|audit| audit.to_json()) {
            return Err(Corrupt::new("the audit is not that of the event"));
        }
        Ok((event, Stamp { at: self.at, by }))
    }

    /// The audit that the entry belongs to, if it says.
    #[must_use]
    pub fn audit(&self) -> Option<AuditId> {
        self.value("audit")?.as_str()?.parse().ok()
    }

    /// The fields as JSON, as the journal and a dossier keep them: `{"n": name, "s": salt, "c": value}`, or
    /// `{"n": name, "h": commitment, "x": "withheld" or "erased"}`.
    #[must_use]
    pub fn fields_json(&self) -> Value {
        let fields = self.fields.iter().map(|field| match &field.content {
            Content::Open { salt, value } => json!({ "n": field.name, "s": hex(salt), "c": value }),
            Content::Closed { commitment, why } => {
                json!({ "n": field.name, "h": hex(commitment), "x": why.word() })
            }
        });
        Value::Array(fields.collect())
    }

    /// Reads fields from what [`Entry::fields_json`] wrote.
    ///
    /// # Errors
    /// [`Corrupt`] when it is anything else, or the fields are not in the order of their names.
    pub fn fields_from_json(json: Value) -> Result<Vec<EntryField>, Corrupt> {
        in_order(serde_json::from_value(json).map_err(|_| unreadable())?)
    }

    /// The same, from the text.
    ///
    /// # Errors
    /// As [`Entry::fields_from_json`], and when it is no JSON.
    pub fn fields_from_text(text: &str) -> Result<Vec<EntryField>, Corrupt> {
        in_order(serde_json::from_str(text).map_err(|_| unreadable())?)
    }
}

/// Whether a field says nothing of what happened, but who signed it, or where it was done first.
fn is_beside(name: &str) -> bool {
    [SIGNATURE, SIGNER, FIELD, ACT].contains(&name)
}

/// A field as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenField {
    n: String,
    s: Option<String>,
    // A value may be null, and is there all the same.
    #[serde(default, deserialize_with = "there")]
    c: Option<Value>,
    h: Option<String>,
    x: Option<String>,
}

fn there<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(value).map(Some)
}

fn in_order(written: Vec<WrittenField>) -> Result<Vec<EntryField>, Corrupt> {
    let mut fields: Vec<EntryField> = Vec::with_capacity(written.len());
    for field in written {
        let field = EntryField::read(field)?;
        if fields.last().is_some_and(|last| last.name >= field.name) {
            return Err(Corrupt::new("the fields of the entry are not in the order of their names"));
        }
        fields.push(field);
    }
    Ok(fields)
}

fn unreadable() -> Corrupt {
    Corrupt::new("the fields of the entry cannot be read")
}

fn subject_json(subject: Key) -> Value {
    json!({ "id": subject.id.hyphenated().to_string(), "kind": subject.kind.word() })
}

impl EntryField {
    fn read(written: WrittenField) -> Result<Self, Corrupt> {
        let name = written.n;
        if name.is_empty() || name.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(unreadable());
        }
        let content = match (written.s, written.c, written.h, written.x) {
            (Some(salt), Some(value), None, None) => {
                Content::Open { salt: unhex(&salt).ok_or_else(unreadable)?, value }
            }
            (None, None, Some(commitment), Some(why)) => Content::Closed {
                commitment: unhex(&commitment).ok_or_else(unreadable)?,
                why: match why.as_str() {
                    "withheld" => Absent::Withheld,
                    "erased" => Absent::Erased,
                    _ => return Err(unreadable()),
                },
            },
            _ => return Err(unreadable()),
        };
        Ok(Self { name, content })
    }

    /// The commitment to the field.
    #[must_use]
    pub fn commitment(&self) -> [u8; COMMITMENT_BYTES] {
        self.commitment_by(&mut String::with_capacity(VALUE_BYTES))
    }

    /// The same, by a text that is written over: a leaf has many fields.
    fn commitment_by(&self, text: &mut String) -> [u8; COMMITMENT_BYTES] {
        match &self.content {
            Content::Open { salt, value } => {
                text.clear();
                text.push_str(&self.name);
                text.push('\n');
                push_canonical(text, value);
                let mut hash = Sha256::new();
                hash.update(b"assize-field/1\n");
                hash.update(salt);
                hash.update(text.as_bytes());
                hash.finalize().into()
            }
            Content::Closed { commitment, .. } => *commitment,
        }
    }
}

/// Bytes that most names and values of fields take.
const VALUE_BYTES: usize = 256;
/// Bytes that the lines before the fields take at the most of what is common.
const HEAD_BYTES: usize = 128;

/// Canonical JSON: no white space between tokens, object keys in the order of their code points, whole numbers only,
/// and in strings `\"`, `\\`, `\n`, `\r`, `\t`, `\b`, `\f` and `\u00xx` for other control characters; everything else
/// stands as it is, in UTF-8. For the values that the journal holds this is what RFC 8785 gives.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    push_canonical(&mut out, value);
    out
}

fn push_canonical(out: &mut String, value: &Value) {
    match value {
        Value::Object(object) => {
            // Most are in order already: what was read from a canonical text is.
            if object.keys().is_sorted() {
                push_members(out, object.iter());
            } else {
                let mut members: Vec<(&String, &Value)> = object.iter().collect();
                members.sort_unstable_by_key(|(key, _)| *key);
                push_members(out, members.into_iter());
            }
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                push_canonical(out, item);
            }
            out.push(']');
        }
        Value::String(text) => push_string(out, text),
        Value::Number(number) => {
            let _ = write!(out, "{number}");
        }
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Null => out.push_str("null"),
    }
}

fn push_members<'v>(out: &mut String, members: impl Iterator<Item = (&'v String, &'v Value)>) {
    out.push('{');
    for (index, (key, value)) in members.enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_string(out, key);
        out.push(':');
        push_canonical(out, value);
    }
    out.push('}');
}

fn push_string(out: &mut String, text: &str) {
    out.push('"');
    // What needs no escape goes over in one piece: most texts are one. All bytes are looked at without a branch for each.
    let is_plain = !text.bytes().fold(false, |found, byte| found | matches!(byte, b'"' | b'\\' | 0..0x20));
    if is_plain {
        out.push_str(text);
        out.push('"');
        return;
    }
    let mut rest = text;
    while let Some((plain, c, after)) = next_escape(rest) {
        out.push_str(plain);
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out.push('"');
}

/// The first character that must be escaped, with what stands before and after it.
fn next_escape(text: &str) -> Option<(&str, char, &str)> {
    let at = text.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
    let (plain, rest) = text.split_at_checked(at)?;
    let mut chars = rest.chars();
    Some((plain, chars.next()?, chars.as_str()))
}

/// The two digits of a byte in lower-case hexadecimal.
const fn digits(byte: u8) -> [u8; 2] {
    const fn digit(nibble: u8) -> u8 {
        if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble }
    }
    [digit(byte >> 4), digit(byte & 0xf)]
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    out.extend(bytes.iter().flat_map(|byte| digits(*byte)).map(char::from));
    out
}

/// So many bytes of lower-case hexadecimal; nothing where the text is anything else.
#[must_use]
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_escapes_what_must_be_and_nothing_else() {
        for (text, written) in [
            ("", r#""""#),
            ("plain", r#""plain""#),
            ("é \u{1F525} \u{7f}", "\"é \u{1F525} \u{7f}\""),
            ("\"", r#""\"""#),
            ("a\\b\nc\rd\te\u{8}f\u{c}g", r#""a\\b\nc\rd\te\bf\fg""#),
            ("\u{0}\u{1f}é\u{1}", r#""\u0000\u001fé\u0001""#),
        ] {
            assert_eq!(canonical(&json!(text)), written, "{text:?}");
            assert_eq!(serde_json::from_str::<Value>(written).unwrap(), json!(text));
        }
        assert_eq!(
            canonical(&json!({ "b": [1, null], "a": { "d": true, "c": "x" } })),
            r#"{"a":{"c":"x","d":true},"b":[1,null]}"#
        );
    }

    #[test]
    fn a_signature_stands_beside_what_happened_and_its_signer_can_go() {
        let (stamp, event) = crate::testing::life::lived().journal.swap_remove(0);
        let plain = Entry::new(1, &stamp, &event, || [1; SALT_BYTES]);
        assert!(!plain.has_signature() && plain.signature().unwrap().is_none());
        let signature = Signature::unsigned(&crate::signing::BINDINGS[0]);
        let mut signed = plain.clone().signed(&signature, Some("Ada Lind"), || [2; SALT_BYTES]);
        assert_eq!(signed.signature().unwrap(), Some(signature));
        assert_eq!(signed.event().unwrap(), (event.clone(), stamp.clone()));
        let leaf = signed.leaf();
        assert_ne!(leaf, plain.leaf());
        signed.close(Absent::Erased, |name| name == SIGNER);
        assert!(!signed.is_erased() && signed.is_whole() && signed.value(SIGNER).is_none());
        assert_eq!((signed.leaf(), signed.event().unwrap()), (leaf, (event, stamp)));
        signed.close(Absent::Withheld, |name| name == SIGNATURE);
        assert!(signed.has_signature() && signed.signature().unwrap().is_none() && signed.is_whole());
        signed.close(Absent::Erased, |name| name == "actor");
        assert!(signed.is_erased() && !signed.is_whole());
    }

    #[test]
    fn hexadecimal_is_lower_case_of_its_length_and_nothing_else() {
        assert_eq!(hex(&[0x00, 0x9a, 0xff]), "009aff");
        assert_eq!(unhex::<3>("009aff"), Some([0x00, 0x9a, 0xff]));
        for bad in ["", "009af", "009aff0", "009aff00", "009AFF", "009ag0", "0 9aff", "é09af"] {
            assert_eq!(unhex::<3>(bad), None, "{bad}");
        }
    }

    #[test]
    fn fields_that_no_entry_could_have_are_refused() {
        let salt = "00".repeat(SALT_BYTES);
        let good =
            json!([{ "n": "actor", "s": salt, "c": 1 }, { "n": "p.x", "h": "ab".repeat(32), "x": "erased" }]);
        let fields = Entry::fields_from_json(good).unwrap();
        assert_eq!(fields.len(), 2);
        let null = json!([{ "n": "p.x", "s": salt, "c": null }]).to_string();
        let fields = Entry::fields_from_text(&null).unwrap();
        assert!(matches!(&fields[0].content, Content::Open { value: Value::Null, .. }), "null is a value");
        for bad in [
            json!({}),
            json!([1]),
            json!([{ "s": salt, "c": 1 }]),
            json!([{ "n": "a b", "s": salt, "c": 1 }]),
            json!([{ "n": "a", "s": "00", "c": 1 }]),
            json!([{ "n": "a", "s": salt }]),
            json!([{ "n": "a", "s": salt, "c": 1, "x": "erased" }]),
            json!([{ "n": "a", "s": salt, "c": 1, "more": 1 }]),
            json!([{ "n": "a", "h": "ab".repeat(32), "x": "lost" }]),
            json!([{ "n": "b", "s": salt, "c": 1 }, { "n": "a", "s": salt, "c": 1 }]),
            json!([{ "n": "a", "s": salt, "c": 1 }, { "n": "a", "s": salt, "c": 1 }]),
        ] {
            assert!(Entry::fields_from_json(bad.clone()).is_err(), "{bad}");
            assert!(Entry::fields_from_text(&bad.to_string()).is_err(), "{bad}");
        }
    }
}

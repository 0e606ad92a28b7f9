//! Audits as OSCAL 1.2 (NIST): the plan as assessment plan, what was found as assessment results, nonconformities as plan of action and
//! milestones, and the Statement of Applicability as profile. `docs/formats.md` says what becomes of what.
//!
//! OSCAL asks for ids of version 4 or 5; those here are of version 5, made from ours, so that the same record has the same id in every file. An
//! auditee of ISO/IEC 27001 has no system security plan: where one must be imported, a resource of the file stands for the management system
//! and says so.

mod frame;
mod plan;
mod poam;
mod profile;
mod reported;
mod results;

pub use plan::assessment_plan;
pub use poam::plan_of_action;
pub use profile::profile;
pub use reported::reported;
pub use results::assessment_results;

use std::sync::LazyLock;

use serde_json::{Map, Value};
use uuid::Uuid;

/// The namespace of our properties.
pub const NAMESPACE: &str = "urn:assize:oscal:1";

/// The version of OSCAL that is written.
pub const VERSION: &str = "1.2.0";

/// The namespace of the ids.
static SPACE: LazyLock<Uuid> = LazyLock::new(|| Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes()));

/// The id of version 5 that a thing has in every file: made from the names of what it is.
fn uuid(names: &[&str]) -> String {
    Uuid::new_v5(&SPACE, names.join("\n").as_bytes()).to_string()
}

/// A property in our namespace.
fn prop(name: &str, value: impl ToString) -> Value {
    object([("name", name.into()), ("ns", NAMESPACE.into()), ("value", value.to_string().into())])
}

/// An object. What stands in it is moved there: `json!` would copy all of it, and of a file that is most of the work.
fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A requirement's id as a token: the one that it has in the catalog that `assize catalogue export` writes.
fn token(requirement: &str) -> String {
    let plain = requirement.replace(") ", "-").replace(')', "").replace(' ', "-");
    let mut token: String = plain
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
        .collect::<String>()
        .to_lowercase();
    if !token.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_') {
        token.insert_str(0, "r-");
    }
    token
}

/// A word of ours as a token of OSCAL's kind: `technical_expert` is `technical-expert`.
fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

/// Text as a value of one line: what OSCAL's strings may hold.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An object without the members that have nothing: OSCAL has no empty lists.
fn filled<const N: usize>(members: [(&str, Value); N]) -> Value {
    let there = members.into_iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    });
    Value::Object(there.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_requirement_is_a_token() {
        for (id, expected) in [
            ("6.1.2", "r-6.1.2"),
            ("A.5.1", "a.5.1"),
            ("6.1.2 a) 1)", "r-6.1.2-a-1"),
            ("9.2.1 b)", "r-9.2.1-b"),
            ("Policy 3 / Access", "policy-3-_-access"),
        ] {
            assert_eq!(token(id), expected);
        }
    }

    #[test]
    fn an_id_is_of_version_5_and_always_the_same() {
        let one = uuid(&["finding", "0198"]);
        assert_eq!(one, uuid(&["finding", "0198"]));
        assert_ne!(one, uuid(&["paper", "0198"]));
        assert_eq!(Uuid::parse_str(&one).unwrap().get_version_num(), 5);
    }

    #[test]
    fn what_has_nothing_is_left_out() {
        let object = filled([("a", json!([])), ("b", Value::Null), ("c", json!("")), ("d", json!("x"))]);
        assert_eq!(object, json!({ "d": "x" }));
    }
}

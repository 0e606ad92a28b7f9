//! OSCAL catalogs (NIST), versions 1.0 to 1.2, as JSON.
//!
//! A requirement is a control, nested as its set nests it. What OSCAL has no field for stands in properties of the namespace
//! [`NAMESPACE`]; an audit test is a part of the control of its first requirement; a trail and a mapping are resources of the back matter.

mod json;
mod matter;
mod modify;
mod profile;
mod read;
mod select;
mod structure;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The namespace of our properties and parts.
const NAMESPACE: &str = "urn:assize:oscal:1";

/// The version of OSCAL that is written.
const VERSION: &str = "1.2.0";

/// The properties that a control has of ours, beside its attributes; an attribute of one of these names is written the long way.
const CONTROL_PROPS: &[&str] = &["attribute", "certainty", "documented-information", "note", "kind"];

/// Whether a text is a token of OSCAL: a letter or `_`, then letters, digits, `.`, `-` and `_`.
fn is_token(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

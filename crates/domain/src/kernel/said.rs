//! What the law says to people: a text with its arguments, so that it can be said in the reader's language.
//!
//! A [`Said`] is a template, written once where the rule is, and the data that stands in it. [`Display`](fmt::Display)
//! is English and needs nothing else; who speaks another language looks the template up by its [`Said::id`] and puts
//! the same arguments into the words of that language. Text that is made at run time does not become a `Said` by
//! itself, so what no language could say does not compile.

use std::fmt;

use serde_json::{Value, json};

use super::ratio::Ratio;
use super::time::{Date, Days, Timestamp};

/// The most characters of a template's words in its id; what follows is told apart by the digits after them.
const SLUG_CHARS_MAX: usize = 48;

/// A text of the law: a template and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    template: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// What stands in a text of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Data, shown as it is: a name, a key, an id.
    Text(String),
    /// A whole number, by which a language chooses its plural.
    Number(i64),
    /// A number written with a decimal point, or a fraction.
    Decimal(String),
    /// A calendar date.
    Date(Date),
    /// A moment.
    Time(Timestamp),
    /// A word of an enumeration or a state, by the name of its type.
    Word {
        /// The type: `AuditState`.
        of: &'static str,
        /// The word: `conducting`.
        word: &'static str,
    },
    /// Several, one after the other.
    List {
        /// What is listed.
        items: Vec<Arg>,
        /// What stands between them.
        joint: Joint,
    },
    /// A text of the law within another.
    Said(Box<Said>),
}

/// What stands between the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A comma.
    Comma,
    /// The word for "or".
    Or,
    /// The word for "or", between items that are in quotes each.
    QuotedOr,
    /// A semicolon: between whole texts.
    Semicolon,
    /// The word for "and".
    And,
    /// A sign of addition.
    Plus,
}

impl Said {
    /// A template with its arguments. Made by [`say!`](crate::say), which sees to it that they fit.
    #[doc(hidden)]
    #[must_use]
    pub const fn of(template: &'static str, args: Vec<(&'static str, Arg)>) -> Self {
        Self { template, args }
    }

    /// Data alone: what somebody else has said, the same in every language.
    #[must_use]
    pub fn data(text: impl Into<String>) -> Self {
        Self::bare(Arg::Text(text.into()))
    }

    /// One argument alone: a number, a date, a list.
    #[must_use]
    pub fn bare(arg: Arg) -> Self {
        Self { template: DATA, args: vec![("text", arg)] }
    }

    /// Whether it has no words of its own: it is what its argument is.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.template == DATA
    }

    /// Several texts as one.
    #[must_use]
    pub fn joined(texts: impl IntoIterator<Item = Self>) -> Self {
        let mut items: Vec<Arg> = texts.into_iter().map(|text| Arg::Said(Box::new(text))).collect();
        match (items.len(), items.pop()) {
            (1, Some(Arg::Said(one))) => *one,
            (_, last) => {
                items.extend(last);
                Self::bare(Arg::List { items, joint: Joint::Semicolon })
            }
        }
    }

    /// The template, in English, with its arguments in braces.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// The arguments, by their names in the template.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// The id of the template, as [`id_of`] makes it.
    #[must_use]
    pub fn id(&self) -> String {
        id_of(self.template)
    }
}

const DATA: &str = "{text}";

impl Said {
    /// The template and its arguments as JSON: what the record keeps of what was said once, so that any language can say it again.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let args = self.args.iter().map(|(name, arg)| ((*name).to_owned(), arg.to_json()));
        json!({ "template": self.template, "args": args.collect::<serde_json::Map<_, _>>() })
    }
}

impl Arg {
    fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => json!({ "text": text }),
            Self::Number(number) => json!({ "number": number }),
            Self::Decimal(number) => json!({ "decimal": number }),
            Self::Date(date) => json!({ "date": date.to_string() }),
            Self::Time(time) => json!({ "time": time.to_string() }),
            Self::Word { of, word } => json!({ "word": [of, word] }),
            Self::Said(said) => json!({ "said": said.to_json() }),
            Self::List { items, joint } => {
                json!({ "list": items.iter().map(Self::to_json).collect::<Vec<_>>(), "joint": joint.word() })
            }
        }
    }
}

impl Joint {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Or => "or",
            Self::QuotedOr => "quoted_or",
            Self::Semicolon => "semicolon",
            Self::And => "and",
            Self::Plus => "plus",
        }
    }

    /// That of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let all = [Self::Comma, Self::Or, Self::QuotedOr, Self::Semicolon, Self::And, Self::Plus];
        all.into_iter().find(|joint| joint.word() == word)
    }
}

/// The id of a template: its words, and digits that follow from the whole of it. It is the same wherever the template
/// stands, and another as soon as a sign of it changes.
#[must_use]
pub fn id_of(template: &str) -> String {
    let mut slug = String::from("said");
    let mut within = false;
    let mut apart = true;
    for sign in template.chars() {
        match sign {
            '{' => within = true,
            '}' => within = false,
            _ if within => {}
            _ if sign.is_ascii_alphanumeric() => {
                if std::mem::take(&mut apart) {
                    if slug.len() > SLUG_CHARS_MAX {
                        break;
                    }
                    slug.push('-');
                }
                slug.push(sign.to_ascii_lowercase());
            }
            _ => apart = true,
        }
    }
    // FNV-1a: a sum that is the same in every build. It tells templates of the same words apart, nothing more.
    let sum =
        template.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{slug}-{sum:08x}")
}

impl From<&'static str> for Said {
    fn from(template: &'static str) -> Self {
        Self { template, args: Vec::new() }
    }
}

impl PartialEq<str> for Said {
    fn eq(&self, other: &str) -> bool {
        let said = self.to_string();
        said.as_str() == other
    }
}

impl PartialEq<&str> for Said {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.template;
        while !self.args.is_empty() {
            let Some((before, after)) = rest.split_once('{') else { break };
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            f.write_str(before)?;
            if let Some((_, arg)) = self.args.iter().find(|(known, _)| *known == name) {
                arg.fmt(f)?;
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Decimal(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Word { word, .. } => f.write_str(word),
            Self::Said(said) => said.fmt(f),
            Self::List { items, joint } => {
                let between = match joint {
                    Joint::Comma => ", ",
                    Joint::Or => " or ",
                    Joint::QuotedOr => "` or `",
                    Joint::Semicolon => "; ",
                    Joint::And => " and ",
                    Joint::Plus => " + ",
                };
                items.iter().enumerate().try_for_each(|(n, item)| {
                    f.write_str(if n == 0 { "" } else { between })?;
                    item.fmt(f)
                })
            }
        }
    }
}

/// What can stand in a text of the law.
pub trait Tell {
    /// As an argument.
    fn tell(&self) -> Arg;
}

impl<T: Tell + ?Sized> Tell for &T {
    fn tell(&self) -> Arg {
        (**self).tell()
    }
}

impl Tell for Arg {
    fn tell(&self) -> Arg {
        self.clone()
    }
}

/// Numbers without bounds, and the errors of others, stand as they are written.
macro_rules! tell_as_shown {
    ($( $type:ty ),+) => { $(
        impl Tell for $type {
            fn tell(&self) -> Arg {
                Arg::Text(self.to_string())
            }
        }
    )+ };
}

tell_as_shown!(num_bigint::BigInt, std::convert::Infallible, std::num::ParseIntError, uuid::Error);

impl Tell for serde_json::Value {
    fn tell(&self) -> Arg {
        Arg::Text(self.to_string())
    }
}

impl Tell for Said {
    fn tell(&self) -> Arg {
        Arg::Said(Box::new(self.clone()))
    }
}

impl Tell for str {
    fn tell(&self) -> Arg {
        Arg::Text(self.to_owned())
    }
}

impl Tell for String {
    fn tell(&self) -> Arg {
        Arg::Text(self.clone())
    }
}

impl Tell for i64 {
    fn tell(&self) -> Arg {
        Arg::Number(*self)
    }
}

macro_rules! tell_numbers {
    ($( $small:ty ),+; $( $large:ty ),+) => {
        $( impl Tell for $small {
            fn tell(&self) -> Arg {
                Arg::Number(i64::from(*self))
            }
        } )+
        $( impl Tell for $large {
            fn tell(&self) -> Arg {
                i64::try_from(*self).map_or_else(|_| Arg::Text(self.to_string()), Arg::Number)
            }
        } )+
    };
}

tell_numbers!(i8, i16, i32, u8, u16, u32; u64, u128, usize);

impl Tell for Date {
    fn tell(&self) -> Arg {
        Arg::Date(*self)
    }
}

impl Tell for Timestamp {
    fn tell(&self) -> Arg {
        Arg::Time(*self)
    }
}

impl Tell for Days {
    fn tell(&self) -> Arg {
        Arg::Decimal(self.to_string())
    }
}

impl Tell for Ratio {
    fn tell(&self) -> Arg {
        Arg::Decimal(self.to_string())
    }
}

/// A list with commas.
#[must_use]
pub fn listed<T: Tell>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::List { items: items.into_iter().map(|item| item.tell()).collect(), joint: Joint::Comma }
}

/// A list of which each holds.
#[must_use]
pub fn all_of<T: Tell>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::List { items: items.into_iter().map(|item| item.tell()).collect(), joint: Joint::And }
}

/// Terms of a sum.
#[must_use]
pub fn added<T: Tell>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::List { items: items.into_iter().map(|item| item.tell()).collect(), joint: Joint::Plus }
}

/// A list of which one holds.
#[must_use]
pub fn any_of<T: Tell>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::List { items: items.into_iter().map(|item| item.tell()).collect(), joint: Joint::Or }
}

/// A list of which one holds; the template has it between quotes, and each item is in quotes of its own.
#[must_use]
pub fn either<T: Tell>(items: impl IntoIterator<Item = T>) -> Arg {
    Arg::List { items: items.into_iter().map(|item| item.tell()).collect(), joint: Joint::QuotedOr }
}

/// Some words of the enumeration or of the states `of`.
pub fn words_of(of: &'static str, words: &[&'static str]) -> Vec<Arg> {
    words.iter().map(|word| Arg::Word { of, word }).collect()
}

/// The name of a field, as a language labels it: `sites`.
#[must_use]
pub const fn field_named(name: &'static str) -> Arg {
    Arg::Word { of: "field", word: name }
}

/// Whether a template has every argument that is given, and none that is not. Asked when the code is compiled.
#[doc(hidden)]
#[must_use]
#[expect(
    clippy::indexing_slicing,
    reason = "it runs in the compiler, where a place beyond the end is an error of the build"
)]
pub const fn fits(template: &str, names: &[&str]) -> bool {
    let text = template.as_bytes();
    let mut seen = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' {
            let from = at + 1;
            while at < text.len() && text[at] != b'}' {
                at += 1;
            }
            let mut known = false;
            let mut n = 0;
            while n < names.len() {
                known = known || same(text, from, at, names[n].as_bytes());
                n += 1;
            }
            if !known {
                return false;
            }
            seen += 1;
        }
        at += 1;
    }
    // Every brace names an argument; an argument that stands nowhere shows as too few braces, or below by name.
    let mut n = 0;
    while n < names.len() {
        if !stands(text, names[n].as_bytes()) {
            return false;
        }
        n += 1;
    }
    seen >= names.len()
}

#[expect(clippy::indexing_slicing, reason = "as in `fits`")]
const fn same(text: &[u8], from: usize, to: usize, name: &[u8]) -> bool {
    if to - from != name.len() {
        return false;
    }
    let mut n = 0;
    while n < name.len() {
        if text[from + n] != name[n] {
            return false;
        }
        n += 1;
    }
    true
}

#[expect(clippy::indexing_slicing, reason = "as in `fits`")]
const fn stands(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at + name.len() + 2 <= text.len() {
        let to = at + 1 + name.len();
        if text[at] == b'{' && text[to] == b'}' && same(text, at + 1, to, name) {
            return true;
        }
        at += 1;
    }
    false
}

/// A text of the law: `say!("the audit is `{state}`", state = &audit.state)`. An argument that is a variable of the same
/// name is given by its name alone. The template must have each argument, and no other.
#[macro_export]
macro_rules! say {
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
    ($template:literal $( , $name:ident $( = $value:expr )? )* $(,)?) => {{
        // Evaluated when the code is checked, not only when it is built.
        const _: () = assert!(
            $crate::kernel::said::fits($template, &[ $( stringify!($name) ),* ]),
            "the template and its arguments do not fit"
        );
        $crate::kernel::said::Said::of($template, vec![ $(
            (stringify!($name), $crate::kernel::said::Tell::tell(&$crate::say!(@value $name $( = $value )?)))
        ),* ])
    }};
}
pub use say;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_needs_the_template_alone() {
        let key = "a";
        let said = say!("{count} of `{key}`, {count} in all", count = 3_usize, key);
        assert_eq!(said, "3 of `a`, 3 in all");
        assert_eq!(Said::from("give a list, as in { }"), "give a list, as in { }");
        assert_eq!(Said::data("x {y}"), "x {y}");
        let listed = listed(["one", "two"]);
        let states = either(words_of("AuditState", &["planned", "initiated"]));
        assert_eq!(say!("{listed}; `{states}`", listed, states), "one, two; `planned` or `initiated`");
        assert_eq!(say!("no: {said}", said), "no: 3 of `a`, 3 in all");
    }

    #[test]
    fn several_texts_are_said_as_one() {
        assert_eq!(Said::joined(["a".into(), "b".into()]), "a; b");
        assert_eq!(Said::joined(["a".into()]).template(), "a");
    }

    #[test]
    fn an_id_follows_from_the_template_alone() {
        let id = id_of("the audit is `{state}`, not `{wanted}`");
        assert!(id.starts_with("said-the-audit-is-not-"), "{id}");
        assert_ne!(id, id_of("the audit is `{state}`, not `{other}`"));
        let long =
            id_of("give each thing that an auditee can fulfil or not, with a number and a short title");
        assert!(long.len() < 72 && long.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{long}");
    }

    #[test]
    fn a_template_and_its_arguments_fit() {
        assert!(fits("a {b} c", &["b"]) && fits("a", &[]) && fits("{a}{b}{a}", &["a", "b"]));
        assert!(!fits("a {b} c", &[]) && !fits("a", &["b"]) && !fits("{a}{a}", &["a", "b"]));
        assert!(!fits("{ab}", &["a"]) && !fits("{a", &["a"]));
    }
}

//! What a command's schema says of a value: the few shapes that the law's schemas have.

use serde_json::{Map, Value};

/// The shape of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape<'s> {
    /// Text: what kind of text, and how long it may be.
    Text { format: Format, chars_max: usize },
    /// A whole number. The law knows its bounds.
    Number,
    /// True or false.
    Truth,
    /// One of some words of the enumeration `of`.
    Words { of: &'s str, words: &'s [Value] },
    /// The id of a record.
    Record { kind: assize_domain::Kind },
    /// A structure.
    Fields { of: &'s str, fields: Fields<'s> },
    /// One of some structures, told apart by the field `is`.
    OneOf { of: &'s str, choices: &'s [Value] },
    /// A list.
    List { items: &'s Value, len_max: usize },
    /// A value that may be left out.
    Maybe { of: &'s Value },
}

/// The fields of a structure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'s> {
    schema: &'s Value,
    properties: &'s Map<String, Value>,
}

impl<'s> Fields<'s> {
    /// Each field with its schema and whether it must be given, in the order in which the law declares them.
    pub(crate) fn each(self) -> impl Iterator<Item = (&'s str, &'s Value, bool)> {
        let listed =
            |name: &str| self.schema.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let required = listed("required");
        let order = listed("x-order").iter().filter_map(Value::as_str);
        order.filter_map(move |name| {
            let schema = self.properties.get(name)?;
            Some((name, schema, required.iter().any(|one| one.as_str() == Some(name))))
        })
    }
}

/// What kind of text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One line.
    Line,
    /// Several lines.
    Running,
    /// A date.
    Date,
    /// A moment.
    Moment,
    /// Auditor days, with two places at most.
    Days,
    /// An address of mail.
    Email,
    /// A key within its record.
    Key,
    /// A set of criteria.
    Criteria,
    /// A requirement of a set.
    Requirement,
    /// A language tag.
    Language,
    /// A time zone.
    Zone,
    /// A digest.
    Digest,
}

/// Text longer than this asks for several lines.
const LINE_CHARS_MAX: usize = 400;

impl<'s> Shape<'s> {
    /// The shape that a schema describes. A schema of another make is a line of text: the law says what is wrong with it.
    pub(crate) fn of(schema: &'s Value) -> Self {
        let text = |name: &str| schema.get(name).and_then(Value::as_str);
        let number = |name: &str| schema.get(name).and_then(Value::as_i64);
        if let Some([of, _null]) = schema.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
            return Self::Maybe { of };
        }
        let of = text("title").unwrap_or_default();
        if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
            return Self::OneOf { of, choices };
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return Self::Words { of, words };
        }
        match text("type") {
            Some("integer") => Self::Number,
            Some("boolean") => Self::Truth,
            Some("array") => Self::List {
                items: schema.get("items").unwrap_or(&Value::Null),
                len_max: number("maxItems").and_then(|max| usize::try_from(max).ok()).unwrap_or(1),
            },
            Some("object") => match schema.get("properties").and_then(Value::as_object) {
                Some(properties) => Self::Fields { of, fields: Fields { schema, properties } },
                None => Self::Text { format: Format::Running, chars_max: LINE_CHARS_MAX },
            },
            _ => match text("x-record").and_then(|word| word.parse().ok()) {
                Some(kind) => Self::Record { kind },
                None => text_shape(text("format"), number("maxLength")),
            },
        }
    }

    /// The shape without the mark that it may be left out, and whether it had one.
    pub(crate) fn present(self) -> (Self, bool) {
        match self {
            Self::Maybe { of } => (Self::of(of).present().0, true),
            other => (other, false),
        }
    }
}

fn text_shape<'s>(format: Option<&str>, length: Option<i64>) -> Shape<'s> {
    let chars_max = length.and_then(|max| usize::try_from(max).ok()).unwrap_or(LINE_CHARS_MAX);
    let format = match format {
        Some("date") => Format::Date,
        Some("date-time") => Format::Moment,
        Some("days") => Format::Days,
        Some("email") => Format::Email,
        Some("key") => Format::Key,
        Some("criteria") => Format::Criteria,
        Some("requirement") => Format::Requirement,
        Some("language") => Format::Language,
        Some("time-zone") => Format::Zone,
        Some("sha256") => Format::Digest,
        _ if chars_max > LINE_CHARS_MAX => Format::Running,
        _ => Format::Line,
    };
    Shape::Text { format, chars_max }
}

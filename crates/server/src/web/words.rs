//! The words of the pages: Fluent messages by language, and the way each language writes dates and numbers.

use std::fmt;
use std::sync::LazyLock;

use assize_domain::kernel::time::{Date, Period, Timestamp};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

mod money;
mod order;
mod said;

pub(crate) use self::money::{cents_of, is_money};

/// A language that the pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    English,
    /// German.
    German,
}

macro_rules! files {
    ($lang:literal: $( $name:literal ),+ $(,)?) => {
        &[ $( ($name, include_str!(concat!("../../words/", $lang, "/", $name, ".ftl"))) ),+ ]
    };
}

/// The message files: those of the pages, and those that name what the law has.
const ENGLISH: &[(&str, &str)] = files!("en":
    "pages", "doors", "forms", "desk", "programmes", "fieldwork", "findings", "reports", "people", "library", "methods",
    "draws", "staffing", "policies", "exports", "access", "accounts", "door", "signing", "mail", "technical", "claims", "placeholders", "tables", "house", "outward", "field",
    "law", "fields", "commands", "events", "rules", "said");
const GERMAN: &[(&str, &str)] = files!("de":
    "pages", "doors", "forms", "desk", "programmes", "fieldwork", "findings", "reports", "people", "library", "methods",
    "draws", "staffing", "policies", "exports", "access", "accounts", "door", "signing", "mail", "technical", "claims", "placeholders", "tables", "house", "outward", "field",
    "law", "fields", "commands", "events", "rules", "said");

impl Language {
    /// Every language.
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47).
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a tag, if it is one of ours.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        let main = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == main)
    }

    /// The first of ours that an `Accept-Language` header names, in the order of its weights; English where none is.
    pub(crate) fn accepted(header: &str) -> Self {
        let mut weighed: Vec<(u16, &str)> = header
            .split(',')
            .take(20)
            .filter_map(|part| {
                let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
                let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
                // Weights have three places at most (RFC 9110); as whole thousandths they can be sorted.
                Some(((weight.clamp(0.0, 1.0) * 1_000.0) as u16, tag.trim()))
            })
            .collect();
        weighed.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        // A weight of nothing says that a language is not wanted.
        let mut wanted = weighed.into_iter().filter(|(weight, _)| *weight > 0);
        wanted.find_map(|(_, tag)| Self::of_tag(tag)).unwrap_or(Self::English)
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en", ENGLISH));
        static DE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("de", GERMAN));
        match self {
            Self::English => &EN,
            Self::German => &DE,
        }
    }
}

fn bundle(tag: &str, files: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Pages say their direction themselves; marks around every value would be copied along with it.
    bundle.set_use_isolating(false);
    for (name, text) in files {
        // A message that cannot be read shows as its key; the tests hold that there is none.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(read, errors)| {
            tracing::error!(name, ?errors, "a message file has faults");
            read
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(name, ?errors, "a message is there twice");
        }
    }
    bundle
}

/// The words of a language, as seen in a time zone.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// The language.
    pub(crate) language: Language,
    zone: TimeZone,
}

impl Words {
    /// The words of a language. `zone` is an IANA name; UTC where it is none.
    pub(crate) fn new(language: Language, zone: &str) -> Self {
        Self { language, zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC) }
    }

    /// The time zone in which times are said.
    pub(crate) const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// A message.
    pub(crate) fn say(&self, key: &str) -> String {
        self.find(key, None, None).unwrap_or_else(|| missing(key))
    }

    /// A message with one value.
    pub(crate) fn with(&self, key: &str, name: &str, value: impl IntoWord) -> String {
        self.with_all(key, &[(name, value.into_word())])
    }

    /// A message with two values.
    pub(crate) fn with2(
        &self,
        key: &str,
        one: &str,
        value: impl IntoWord,
        two: &str,
        other: impl IntoWord,
    ) -> String {
        self.with_all(key, &[(one, value.into_word()), (two, other.into_word())])
    }

    /// A message with values.
    pub(crate) fn with_all(&self, key: &str, values: &[(&str, Word)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Word::Text(text) => FluentValue::from(text.as_str()),
                Word::Number(number) => FluentValue::from(*number),
            };
            args.set((*name).to_owned(), value);
        }
        self.find(key, None, Some(&args)).unwrap_or_else(|| missing(key))
    }

    /// A message, if there is one.
    pub(crate) fn maybe(&self, key: &str) -> Option<String> {
        self.find(key, None, None)
    }

    /// An attribute of a message, if it has one: the help of a field, what is said when a command is done.
    pub(crate) fn attribute(&self, key: &str, attribute: &str) -> Option<String> {
        self.find(key, Some(attribute), None)
    }

    fn find(&self, key: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.language.bundle();
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a message lacks a value");
        }
        Some(text)
    }

    /// The word of an enumeration or of a state: `AuditType`, `internal`.
    pub(crate) fn word(&self, of: &str, word: &str) -> String {
        self.maybe(&format!("{of}-{word}")).unwrap_or_else(|| word.replace('_', " "))
    }

    /// An area of competence. Those that a house begins with have their words; others are as the house keyed them.
    pub(crate) fn area(&self, area: &str) -> String {
        self.maybe(&format!("Area-{area}")).unwrap_or_else(|| area.to_owned())
    }

    /// The name of a language, by its tag; the tag itself where we have no name for it.
    pub(crate) fn tongue(&self, tag: &str) -> String {
        self.maybe(&format!("Language-{tag}")).unwrap_or_else(|| tag.to_owned())
    }

    /// A record's kind.
    pub(crate) fn kind(&self, kind: assize_domain::Kind) -> String {
        self.word("Kind", kind.word())
    }

    /// The records of a kind.
    pub(crate) fn kinds(&self, kind: assize_domain::Kind) -> String {
        self.word("Kinds", kind.word())
    }

    /// The label of a field of a structure.
    pub(crate) fn field(&self, of: &str, name: &str) -> String {
        self.maybe(&format!("{of}-{name}"))
            .or_else(|| self.maybe(&format!("field-{name}")))
            .unwrap_or_else(|| sentence(name))
    }

    /// The attribute that says of a text of the built-in catalogue that it is English, on pages in another language; nothing for every other text.
    pub(crate) fn lang_of(&self, text: &str) -> &'static str {
        match self.language {
            Language::English => "",
            Language::German if super::library::is_english(text) => " lang=\"en\"",
            Language::German => "",
        }
    }

    /// What helps to fill a field in.
    pub(crate) fn field_help(&self, of: &str, name: &str) -> Option<String> {
        self.attribute(&format!("{of}-{name}"), "help")
            .or_else(|| self.attribute(&format!("field-{name}"), "help"))
    }

    /// What a command does, as a request: the text of its button.
    pub(crate) fn command(&self, name: &str) -> String {
        self.maybe(&command_key(name)).unwrap_or_else(|| sentence(name))
    }

    /// What a command does and why, in a sentence or two.
    pub(crate) fn command_about(&self, name: &str) -> Option<String> {
        self.attribute(&command_key(name), "about")
    }

    /// What is said when a command is done.
    pub(crate) fn command_done(&self, name: &str) -> String {
        self.attribute(&command_key(name), "done")
            .unwrap_or_else(|| self.with("done-act", "what", self.command(name)))
    }

    /// What happened, by the kind of an entry of the journal.
    pub(crate) fn event(&self, kind: &str) -> String {
        self.maybe(&format!("event-{}", kind.replace('.', "_"))).unwrap_or_else(|| sentence(kind))
    }

    /// What a rule asks for.
    pub(crate) fn rule(&self, rule: &assize_domain::kernel::refusal::Rule) -> String {
        self.maybe(&format!("rule-{}", rule.id.replace('.', "_"))).unwrap_or_else(|| rule.asks.to_owned())
    }

    /// A date, as the language writes it.
    pub(crate) fn date(&self, date: impl Into<Date>) -> String {
        let date: Date = date.into();
        let text = date.to_string();
        let mut parts = text.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return text;
        };
        let day = day.trim_start_matches('0');
        match self.language {
            Language::English => format!("{day}\u{a0}{}\u{a0}{year}", self.month(month)),
            Language::German => format!("{day}.{}.{year}", month.trim_start_matches('0')),
        }
    }

    /// The short name of a month, given as two digits.
    pub(crate) fn month(&self, month: &str) -> String {
        self.say(&format!("month-{}", month.trim_start_matches('0')))
    }

    /// A period: from, to.
    pub(crate) fn period(&self, period: &Period) -> String {
        match &period.to {
            Some(to) => format!("{}\u{2009}–\u{2009}{}", self.date(period.from), self.date(*to)),
            None => self.with("period-open", "from", self.date(period.from)),
        }
    }

    /// A moment, in the zone of whoever reads.
    pub(crate) fn time(&self, at: Timestamp) -> String {
        let Ok(instant) = jiff::Timestamp::from_millisecond(at.millis()) else { return at.to_string() };
        let local = instant.to_zoned_datetime(self.zone.clone());
        let date = format!("{:04}-{:02}-{:02}", local.year(), local.month(), local.day());
        let date = date.parse::<Date>().map_or(date, |date| self.date(date));
        format!("{date}, {:02}:{:02}", local.hour(), local.minute())
    }

    /// A number written with a decimal point, as the language writes it.
    pub(crate) fn number(&self, number: impl fmt::Display) -> String {
        let text = number.to_string();
        match self.language {
            Language::English => text,
            Language::German => text.replace('.', ","),
        }
    }
}

/// A value in a message.
#[derive(Clone, Debug)]
pub(crate) enum Word {
    /// Text.
    Text(String),
    /// A number, by which the language chooses a plural.
    Number(i64),
}

/// What can stand in a message.
pub(crate) trait IntoWord {
    /// As a value.
    fn into_word(self) -> Word;
}

impl IntoWord for Word {
    fn into_word(self) -> Word {
        self
    }
}

/// Templates lend what they show.
impl<T: IntoWord + Clone> IntoWord for &T {
    fn into_word(self) -> Word {
        self.clone().into_word()
    }
}

impl IntoWord for &str {
    fn into_word(self) -> Word {
        Word::Text(self.to_owned())
    }
}

impl IntoWord for String {
    fn into_word(self) -> Word {
        Word::Text(self)
    }
}

impl IntoWord for i64 {
    fn into_word(self) -> Word {
        Word::Number(self)
    }
}

impl IntoWord for usize {
    fn into_word(self) -> Word {
        Word::Number(i64::try_from(self).unwrap_or(i64::MAX))
    }
}

/// A name of the law as words, where no message says it: `objective_evidence` is `Objective evidence`.
fn sentence(name: &str) -> String {
    let mut words = name.replace(['.', '_'], " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// The key of a command's messages.
pub(crate) fn command_key(name: &str) -> String {
    format!("do-{}", name.replace('.', "_"))
}

fn missing(key: &str) -> String {
    tracing::error!(key, "a message is missing");
    format!("[{key}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_taken_by_its_weight() {
        assert_eq!(Language::accepted("fr;q=0.9, de-AT;q=0.8, en;q=0.3"), Language::German);
        assert_eq!(Language::accepted("en-GB,de;q=0.5"), Language::English);
        assert_eq!(Language::accepted("fr, ;;q=x, de;q=nan"), Language::English);
    }

    #[test]
    fn one_is_said_otherwise_than_several() {
        let found = |language, rows: i64| {
            let counts = [("rows", rows), ("unchanged", rows), ("absent", rows)];
            let mut values = counts.map(|(name, count)| (name, Word::Number(count))).to_vec();
            values.push(("table", Word::Text("Papers".to_owned())));
            Words::new(language, "UTC").with_all("tables-found", &values)
        };
        let one = "Papers: one row; one says what the record says, one of the record is not in the file and stays as it is.";
        assert_eq!(found(Language::English, 1), one);
        let two = "Papers: 2 Zeilen; 2 sagen dasselbe wie die Aufzeichnung, 2 der Aufzeichnung fehlen in der Datei und bleiben, wie sie sind.";
        assert_eq!(found(Language::German, 2), two);
        let papers = |whole: i64| {
            Words::new(Language::English, "UTC").with2("of-papers", "part", 0_i64, "whole", whole)
        };
        assert_eq!((papers(1).as_str(), papers(2).as_str()), ("0 of 1 paper", "0 of 2 papers"));
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let date: Date = "2026-03-07".parse().unwrap();
        assert_eq!(Words::new(Language::English, "UTC").date(date), "7\u{a0}Mar\u{a0}2026");
        assert_eq!(Words::new(Language::German, "UTC").date(date), "7.3.2026");
        let at: Timestamp = "2026-07-01T22:30:00Z".parse().unwrap();
        assert_eq!(Words::new(Language::German, "Europe/Berlin").time(at), "2.7.2026, 00:30");
    }
}

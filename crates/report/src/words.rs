//! The fixed texts of documents, in the language of the report.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

/// A language that the fixed texts are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// English.
    English,
    /// German.
    German,
}

/// The names of the values that messages may have. In a text for the templates each stands in braces.
const VALUES: &[&str] = &[
    "auditee",
    "by",
    "command",
    "day",
    "digest",
    "duration",
    "file",
    "from",
    "id",
    "month",
    "name",
    "number",
    "numbers",
    "pages",
    "page",
    "percent",
    "population",
    "producer",
    "reason",
    "size",
    "soa",
    "span",
    "status",
    "tag",
    "tests",
    "time",
    "title",
    "to",
    "tool",
    "version",
    "what",
    "when",
    "year",
];
/// Messages whose keys begin so choose by numbers, and are said when those are known.
const COUNTED: &str = "count-";

impl Tongue {
    /// The language of a tag; English where we have none in it.
    pub(crate) fn of(tag: &str) -> Self {
        match main_of(tag).as_str() {
            "de" => Self::German,
            _ => Self::English,
        }
    }

    /// Whether the tag's own language is one of ours.
    pub(crate) fn is_of(self, tag: &str) -> bool {
        main_of(tag) == self.lang()
    }

    /// Its tag.
    pub(crate) const fn lang(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The region whose habits its hyphenation and quotation marks follow.
    pub(crate) const fn region(self) -> &'static str {
        match self {
            Self::English => "gb",
            Self::German => "de",
        }
    }

    /// Its tag as Word names languages.
    pub(crate) const fn word_tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::German => "de-DE",
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("../words/en.ftl"),
            Self::German => include_str!("../words/de.ftl"),
        }
    }
}

/// The language of a tag, without script and region.
fn main_of(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The words of a language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl Words {
    /// The words of a language.
    pub(crate) fn new(tongue: Tongue) -> Self {
        let locale: LanguageIdentifier = tongue.lang().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // Values stand in the direction of their surroundings; marks around them would show as signs without glyphs.
        bundle.set_use_isolating(false);
        let text = tongue.file().to_owned();
        // What cannot be read is not there, and shows as its key; a test holds that every message can be read.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(read, _)| read);
        let keys = keys(tongue.file());
        bundle.add_resource_overriding(resource);
        Self { bundle, keys }
    }

    /// A text without values.
    pub(crate) fn say(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A text with values.
    pub(crate) fn with(&self, key: &str, values: &[(&'static str, &str)]) -> String {
        let args = values.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        self.format(key, &args.collect())
    }

    /// A text that chooses by numbers.
    pub(crate) fn count(&self, key: &str, numbers: &[(&'static str, u32)]) -> String {
        let args = numbers.iter().map(|(name, number)| (*name, FluentValue::from(*number)));
        self.format(key, &args.collect())
    }

    /// Every text that does not choose by numbers, for the templates: a value's name stands in braces where the value goes.
    pub(crate) fn for_templates(&self) -> Value {
        let args: FluentArgs<'_> =
            VALUES.iter().map(|name| (*name, FluentValue::from(format!("{{{name}}}")))).collect();
        let plain = self.keys.iter().filter(|key| !key.starts_with(COUNTED));
        Value::Object(
            plain.map(|key| (key.clone(), Value::String(self.format(key, &args)))).collect::<Map<_, _>>(),
        )
    }

    /// A text without values; nothing where there is none of that key.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        self.bundle.has_message(key).then(|| self.say(key))
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        match pattern {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned(),
            None => format!("[{key}]"),
        }
    }
}

/// The keys of a file, in its order.
fn keys(file: &str) -> Vec<String> {
    let begins = |line: &&str| line.starts_with(|sign: char| sign.is_ascii_alphabetic());
    let lines = file.lines().filter(begins).filter_map(|line| line.split_once(" ="));
    lines.map(|(key, _)| key.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const TONGUES: [Tongue; 2] = [Tongue::English, Tongue::German];

    fn templates() -> Vec<(String, String)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
    }

    #[test]
    fn both_languages_have_the_same_messages_and_each_can_be_read() {
        let of = |tongue: Tongue| keys(tongue.file()).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(of(Tongue::English), of(Tongue::German));
        for tongue in TONGUES {
            assert!(FluentResource::try_new(tongue.file().to_owned()).is_ok(), "{tongue:?}");
            assert_eq!(keys(tongue.file()).len(), of(tongue).len(), "{tongue:?} has a message twice");
        }
    }

    #[test]
    fn both_languages_name_the_same_values() {
        let of = |tongue: Tongue| {
            let words = Words::new(tongue).for_templates();
            let values = |text: &str| {
                let mut names: Vec<String> =
                    text.split(['{', '}']).skip(1).step_by(2).map(str::to_owned).collect();
                names.sort();
                names
            };
            let object = words.as_object().unwrap().clone();
            object.into_iter().map(|(key, text)| (key, values(text.as_str().unwrap()))).collect::<Vec<_>>()
        };
        for (english, german) in of(Tongue::English).iter().zip(&of(Tongue::German)) {
            // A date without a year's end names its parts in each language's own order and number.
            assert_eq!(english, german);
        }
        for (key, names) in of(Tongue::English) {
            assert!(names.iter().all(|name| VALUES.contains(&name.as_str())), "{key}: {names:?}");
        }
    }

    #[test]
    fn every_message_is_used_and_each_one_used_is_there() {
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut used = templates().into_iter().map(|(_, text)| text).collect::<String>();
        for name in [
            "render.rs",
            "pictures.rs",
            "figures.rs",
            "sheet.rs",
            "docx/mod.rs",
            "docx/report.rs",
            "said.rs",
            "document/mod.rs",
            "document/compose.rs",
            "document/followed.rs",
            "docx/document.rs",
            "template/fields.rs",
            "template/mod.rs",
        ] {
            used.push_str(&std::fs::read_to_string(here.join(name)).unwrap());
        }
        let keys = keys(Tongue::English.file());
        // These are put together from a word of the content.
        let made = [
            "month-",
            "evaluation-",
            "met-",
            "found-",
            "status-",
            "item-",
            "clause-",
            "sign-",
            "signed-",
            "audit-carried",
            "review-carried",
        ];
        for key in &keys {
            let quoted = used.contains(&format!("\"{key}\""));
            assert!(quoted || made.iter().any(|made| key.starts_with(made)), "`{key}` is used nowhere");
        }
        for ask in ["say(\"", "said(\"", "count(\""] {
            for (at, _) in used.match_indices(ask) {
                let key = used[at + ask.len()..].split('"').next().unwrap();
                let is_beginning = key.ends_with('-');
                assert!(is_beginning || keys.iter().any(|there| there == key), "there is no message `{key}`");
            }
        }
    }

    /// The words between brackets in a line of a template, which are set as they are, in every language. What begins with `#` is code: to
    /// the end of its parentheses, and of a condition to its own bracket.
    fn literal_words(line: &str) -> Vec<String> {
        let (mut depth, mut parentheses) = (0_usize, 0_usize);
        let (mut in_string, mut code, mut condition) = (false, false, false);
        let (mut words, mut word) = (Vec::new(), String::new());
        for (at, sign) in line.char_indices() {
            match sign {
                '"' => in_string = !in_string,
                _ if in_string => {}
                '[' => (depth, code, condition) = (depth + 1, false, false),
                ']' => (depth, code) = (depth.saturating_sub(1), false),
                '#' => {
                    (code, parentheses) = (true, 0);
                    condition = line[at..].starts_with("#if ");
                }
                '(' if code => parentheses += 1,
                ')' if code => parentheses = parentheses.saturating_sub(1),
                ' ' if parentheses == 0 && !condition => code = false,
                _ => {}
            }
            if sign.is_alphabetic() && depth > 0 && !code && !in_string {
                word.push(sign);
            } else {
                words.push(std::mem::take(&mut word));
            }
        }
        words.retain(|word| word.chars().count() > 2);
        words
    }

    #[test]
    fn no_literal_text_stands_in_the_templates() {
        assert_eq!(literal_words("[= Findings]"), ["Findings"]);
        assert_eq!(literal_words("[#if a == b [one] else [#t(two.of, three)]]"), ["one", "else"]);
        for (name, text) in templates() {
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let found = literal_words(line);
                assert!(found.is_empty(), "{name}: the text {found:?} is in no message file: {line}");
            }
        }
    }

    #[test]
    fn numbers_choose_the_words() {
        let said = |tongue, open| {
            let numbers = [
                ("total", 1),
                ("conforms", 1),
                ("fails", 0),
                ("not_applicable", 0),
                ("not_audited", 0),
                ("open", open),
            ];
            Words::new(tongue).count("count-evaluated", &numbers)
        };
        assert_eq!(
            said(Tongue::English, 0),
            "Of one test, 1 showed conformity and 0 nonconformity; 0 did not apply, 0 were not audited."
        );
        assert!(
            said(Tongue::German, 1).ends_with("0 wurden nicht durchgeführt, und einer ist noch offen."),
            "{}",
            said(Tongue::German, 1)
        );
        assert_eq!(Tongue::of("de-AT"), Tongue::German);
        assert!(!Tongue::of("fr").is_of("fr") && Tongue::of("EN").is_of("en-GB"));
    }
}

//! The texts of the law in the language of whoever reads: a message for each template, with the same arguments.

use assize_domain::kernel::said::{Arg, Joint, Said, id_of};
use assize_domain::kernel::time::Date;
use fluent_bundle::{FluentArgs, FluentValue};
use serde_json::Value;

use super::{Language, Words};

impl Words {
    /// A text of the law. Where the language has no message for it, it is said as the law has it, in English.
    pub(crate) fn said(&self, said: &Said) -> String {
        if said.is_bare() {
            return said.args().iter().map(|(_, arg)| self.told(arg, false)).collect();
        }
        let mut args = FluentArgs::with_capacity(said.args().len());
        for (name, arg) in said.args() {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                other => FluentValue::from(self.told(other, is_quoted(said.template(), name))),
            };
            args.set((*name).to_owned(), value);
        }
        self.find(&said.id(), None, Some(&args)).unwrap_or_else(|| {
            tracing::error!(template = said.template(), "a text of the law has no message");
            said.to_string()
        })
    }

    /// What was said once and kept, as `Said::to_json` writes it; nothing where the language has no message for it any more.
    pub(crate) fn said_again(&self, said: &Value) -> Option<String> {
        let template = said.get("template")?.as_str()?;
        let args = said.get("args")?.as_object()?;
        if template == Said::data("").template() {
            return args.values().map(|arg| self.told_again(arg, false)).collect();
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg.get("number").and_then(Value::as_i64) {
                Some(number) => FluentValue::from(number),
                None => FluentValue::from(self.told_again(arg, is_quoted(template, name))?),
            };
            values.set(name.clone(), value);
        }
        self.find(&id_of(template), None, Some(&values))
    }

    fn told_again(&self, arg: &Value, quoted: bool) -> Option<String> {
        let (kind, value) = arg.as_object()?.iter().next()?;
        match (kind.as_str(), value) {
            ("text", Value::String(text)) => Some(text.clone()),
            ("number", Value::Number(number)) => Some(number.to_string()),
            ("decimal", Value::String(number)) => Some(self.number(number)),
            ("date", Value::String(date)) => Some(self.date(date.parse::<Date>().ok()?)),
            ("time", Value::String(time)) => Some(self.time(time.parse().ok()?)),
            ("word", Value::Array(pair)) => {
                let (of, word) = (pair.first()?.as_str()?, pair.get(1)?.as_str()?);
                Some(self.word_within(of, word, quoted))
            }
            ("said", said) => self.said_again(said),
            ("list", Value::Array(items)) => {
                let joint = Joint::of_word(arg.get("joint")?.as_str()?)?;
                let items: Option<Vec<String>> =
                    items.iter().map(|item| self.told_again(item, quoted)).collect();
                Some(items?.join(self.between(joint)))
            }
            _ => None,
        }
    }

    /// A name in the quotation marks of the language.
    pub(crate) fn quoted(&self, name: &str) -> String {
        match self.language {
            Language::English => format!("“{name}”"),
            Language::German => format!("„{name}“"),
        }
    }

    fn told(&self, arg: &Arg, quoted: bool) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Decimal(number) => self.number(number),
            Arg::Date(date) => self.date(*date),
            Arg::Time(time) => self.time(*time),
            Arg::Word { of, word } => self.word_within(of, word, quoted),
            Arg::Said(said) => self.said(said),
            Arg::List { items, joint } => {
                let items: Vec<String> = items.iter().map(|item| self.told(item, quoted)).collect();
                items.join(self.between(*joint))
            }
        }
    }

    /// A word of the law within a text: in quotes it is called as it is on every page. The English texts are written around the others as
    /// the law has them, in lower case.
    fn word_within(&self, of: &str, word: &str, quoted: bool) -> String {
        if self.language == Language::English && !quoted {
            word.replace('_', " ")
        } else {
            self.word(of, word)
        }
    }

    const fn between(&self, joint: Joint) -> &'static str {
        match (joint, self.language) {
            (Joint::Comma, _) => ", ",
            (Joint::Semicolon, _) => "; ",
            (Joint::Plus, _) => " + ",
            (Joint::And, Language::English) => " and ",
            (Joint::And, Language::German) => " und ",
            (Joint::Or, Language::English) => " or ",
            (Joint::Or, Language::German) => " oder ",
            (Joint::QuotedOr, Language::English) => "` or `",
            (Joint::QuotedOr, Language::German) => "“ oder „",
        }
    }
}

/// Whether an argument stands in quotes in its template.
fn is_quoted(template: &str, name: &str) -> bool {
    template.contains(&format!("`{{{name}}}`"))
}

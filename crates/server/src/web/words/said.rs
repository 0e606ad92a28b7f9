//! The texts of the law in the language of whoever reads: a message for each template, with the same arguments.

use assize_domain::kernel::said::{Arg, Joint, Said};
use fluent_bundle::{FluentArgs, FluentValue};

use super::{Language, Words};

impl Words {
    /// A text of the law. Where the language has no message for it, it is said as the law has it, in English.
    pub(crate) fn said(&self, said: &Said) -> String {
        if said.is_bare() {
            return said.args().iter().map(|(_, arg)| self.told(arg)).collect();
        }
        let mut args = FluentArgs::with_capacity(said.args().len());
        for (name, arg) in said.args() {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                other => FluentValue::from(self.told(other)),
            };
            args.set((*name).to_owned(), value);
        }
        self.find(&said.id(), None, Some(&args)).unwrap_or_else(|| {
            tracing::error!(template = said.template(), "a text of the law has no message");
            said.to_string()
        })
    }

    /// A name in the quotation marks of the language.
    pub(crate) fn quoted(&self, name: &str) -> String {
        match self.language {
            Language::English => format!("“{name}”"),
            Language::German => format!("„{name}“"),
        }
    }

    fn told(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Decimal(number) => self.number(number),
            Arg::Date(date) => self.date(*date),
            Arg::Time(time) => self.time(*time),
            // The English texts are written around the words of the law as they are.
            Arg::Word { word, .. } if self.language == Language::English => (*word).to_owned(),
            Arg::Word { of, word } => self.word(of, word),
            Arg::Said(said) => self.said(said),
            Arg::List { items, joint } => {
                let items: Vec<String> = items.iter().map(|item| self.told(item)).collect();
                items.join(self.between(*joint))
            }
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

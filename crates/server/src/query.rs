//! The query of a request: every parameter known, given once, and read; every problem named at once.

use std::str::FromStr;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::Id;
use assize_domain::kernel::said::{Said, Tell, listed, say};
use axum::http::Uri;

use crate::problem::Fault;

/// The parameters of a query, taken one by one.
#[derive(Debug)]
pub(crate) struct Query {
    pairs: Vec<(String, String)>,
    problems: Vec<Problem>,
    known: Vec<&'static str>,
}

impl Query {
    pub(crate) fn of(uri: &Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        Self { pairs, problems: Vec::new(), known: Vec::new() }
    }

    /// Takes a parameter as it is.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        self.known.push(name);
        let mut found = None;
        let mut twice = false;
        self.pairs.retain_mut(|(key, value)| {
            if key == name {
                twice |= found.replace(std::mem::take(value)).is_some();
            }
            key != name
        });
        if twice {
            self.wrong(name, "is given more than once", "give it once");
        }
        found
    }

    /// Takes a parameter and reads it.
    pub(crate) fn read<T: FromStr<Err: Tell>>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.wrong(
                    name,
                    say!("`{text}` cannot be read: {error}", text = short(&text), error),
                    "see the description of this path",
                );
                None
            }
        }
    }

    /// Takes a parameter that must be there and reads it.
    pub(crate) fn needed<T: FromStr<Err: Tell>>(&mut self, name: &'static str) -> Option<T> {
        let there = self.pairs.iter().any(|(key, _)| key == name);
        let value = self.read(name);
        if !there {
            self.wrong(name, "is missing", say!("add `{name}=` to the query", name));
        }
        value
    }

    pub(crate) fn wrong(&mut self, name: &str, what: impl Into<Said>, hint: impl Into<Said>) {
        self.problems.push(Problem::new(
            format!("?{name}"),
            say!("`{name}` {what}", name, what = what.into()),
            hint,
        ));
    }

    /// Ends the reading. What was needed and not read is among the problems, so that `value` is whole where there are none.
    pub(crate) fn done<T>(self, value: Option<T>) -> Result<T, Fault> {
        self.whole(value).map_err(Fault::invalid)
    }

    /// As [`Query::done`]; the problems, to be named with those of a body.
    pub(crate) fn whole<T>(mut self, value: Option<T>) -> Result<T, Vec<Problem>> {
        let hint = match self.known.as_slice() {
            [] => Said::from("this path takes no parameters"),
            known => say!("use only {known}", known = listed(known)),
        };
        for (name, _) in std::mem::take(&mut self.pairs) {
            self.wrong(&short(&name), "is not known here", hint.clone());
        }
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }
}

/// The id in a path. What is no id names nothing.
pub(crate) fn id<I: Id + FromStr>(text: &str) -> Result<I, Fault> {
    text.parse()
        .map_err(|_| Fault::not_found(say!("no {kind} has the id `{id}`", kind = I::KIND, id = short(text))))
}

/// The beginning of what somebody sent, to be said back.
pub(crate) fn short(text: &str) -> String {
    const CHARS_MAX: usize = 100;
    text.chars().take(CHARS_MAX).collect()
}

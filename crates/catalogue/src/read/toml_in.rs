//! TOML in.

use std::borrow::Cow;

use assize_domain::kernel::said::{Said, say};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::limits::FILE_BYTES_MAX;
use crate::node::{Node, Value};
use crate::problem::{Place, Problem};

/// The lines of a text.
struct Lines {
    // INVARIANT (lines): ascending, so that a line is found by halving.
    ends: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        Self { ends: text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect() }
    }

    /// The line of a byte of the text, from 1.
    fn line(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end < at) + 1
    }
}

/// The root table of a file, or the one problem that stands in the way of reading it.
pub(crate) fn root<'a>(name: &str, text: &'a str) -> Result<Node<'a>, Box<Problem>> {
    let fault = |line: usize, what: Said, hint: Said| {
        Box::new(Place { file: name.to_owned(), line: Some(line), path: String::new() }.problem(what, hint))
    };
    if text.len() > FILE_BYTES_MAX {
        let what = say!("has {count} bytes", count = text.len());
        return Err(fault(1, what, "split it; a file has 4 MiB at the most".into()));
    }
    let lines = Lines::of(text);
    match DeTable::parse(text) {
        Ok(root) => Ok(table(root.into_inner(), &lines).on(1)),
        Err(error) => {
            let line = error.span().map_or(1, |span| lines.line(span.start));
            let hint = "write TOML in the form of the built-in catalogue";
            Err(fault(line, Said::data(error.message()), hint.into()))
        }
    }
}

fn table<'a>(table: DeTable<'a>, lines: &Lines) -> Node<'a> {
    let entry = |(key, value): (Spanned<Cow<'a, str>>, Spanned<DeValue<'a>>)| {
        let starts = value.span().start;
        (key.into_inner(), node(value.into_inner(), starts, lines))
    };
    Node::new(Value::Table(table.into_iter().map(entry).collect()))
}

/// A value. The parser of TOML bounds how deep values lie in each other.
fn node<'a>(value: DeValue<'a>, starts: usize, lines: &Lines) -> Node<'a> {
    let node = match value {
        DeValue::String(text) => Node::text(text),
        DeValue::Integer(number) => {
            Node::new(Value::Whole(u32::from_str_radix(number.as_str(), number.radix()).ok()))
        }
        DeValue::Boolean(flag) => Node::new(Value::Flag(flag)),
        DeValue::Float(_) | DeValue::Datetime(_) => Node::new(Value::Other),
        DeValue::Array(list) => Node::list(list.into_iter().map(|value| {
            let starts = value.span().start;
            self::node(value.into_inner(), starts, lines)
        })),
        DeValue::Table(entries) => table(entries, lines),
    };
    node.on(lines.line(starts))
}

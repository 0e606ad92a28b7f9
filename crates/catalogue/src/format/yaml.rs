//! YAML in, as a tree. No alias is followed, so that a small file cannot become a large tree.

use std::borrow::Cow;

use assize_domain::kernel::said::{Said, say};

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::at;
use crate::limits::{YAML_BYTES_MAX, YAML_DEPTH_MAX, YAML_KEYS_MAX, YAML_NODES_MAX};
use crate::node::{Node, Value};
use crate::problem::Problem;

/// A list or a table that is being read.
enum Open<'a> {
    List(Vec<Node<'a>>),
    Table(Vec<(Cow<'a, str>, Node<'a>)>, Option<Cow<'a, str>>),
}

fn wrong(name: &str, line: usize, what: Said, hint: Said) -> Box<Problem> {
    Box::new(at(name, Some(line), "", what, hint))
}

/// The one document of a file.
pub(super) fn root<'a>(name: &str, text: &'a str) -> Result<Node<'a>, Box<Problem>> {
    if text.len() > YAML_BYTES_MAX {
        let what = say!("has {count} bytes", count = text.len());
        return Err(wrong(name, 1, what, "split it; a YAML file has 8 MiB at the most".into()));
    }
    let mut open: Vec<(usize, Open<'a>)> = Vec::new();
    let mut root = None;
    for (count, event) in Parser::new_from_str(text).enumerate() {
        let (event, span) = event.map_err(|error| {
            let hint = "write YAML 1.2, as CISO Assistant exports it";
            wrong(name, error.marker().line(), Said::data(error.info()), hint.into())
        })?;
        let line = span.start.line();
        let fault = |what: Said, hint: Said| wrong(name, line, what, hint);
        if count > YAML_NODES_MAX || open.len() > YAML_DEPTH_MAX {
            return Err(fault(
                "has more values, or deeper ones, than a library has".into(),
                "split the file".into(),
            ));
        }
        let done = match event {
            Event::Alias(_) => {
                return Err(fault(
                    "refers to another place by an alias".into(),
                    "write the value out".into(),
                ));
            }
            Event::DocumentStart(_) if root.is_some() => {
                return Err(fault(
                    "holds a second document".into(),
                    "give each library a file of its own".into(),
                ));
            }
            Event::SequenceStart(..) => {
                open.push((line, Open::List(Vec::new())));
                None
            }
            Event::MappingStart(..) => {
                open.push((line, Open::Table(Vec::new(), None)));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|(line, open)| match open {
                Open::List(list) => Node::list(list).on(line),
                Open::Table(entries, _) => Node::new(Value::Table(entries)).on(line),
            }),
            Event::Scalar(text, style, ..) => Some(scalar(text, style).on(line)),
            _ => None,
        };
        let Some(node) = done else { continue };
        match open.last_mut() {
            None => root = Some(node),
            Some((_, Open::List(list))) => list.push(node),
            Some((_, Open::Table(entries, key))) => match (key.take(), node.value) {
                (None, Value::Text(text)) => *key = Some(text),
                (None, _) => {
                    return Err(fault(
                        "has a key that is no text".into(),
                        "write keys as plain words".into(),
                    ));
                }
                (Some(key), _) if entries.iter().any(|(other, _)| *other == key) => {
                    return Err(fault(
                        say!("has the key `{key}` twice", key = crate::id::shown(&key)),
                        "keep one of them".into(),
                    ));
                }
                (Some(_), _) if entries.len() == YAML_KEYS_MAX => {
                    return Err(fault(
                        "has a table of too many keys".into(),
                        "write a library as CISO Assistant does".into(),
                    ));
                }
                (Some(key), value) => entries.push((key, Node { line: node.line, at: None, value })),
            },
        }
    }
    root.ok_or_else(|| wrong(name, 1, "holds nothing".into(), "give a library".into()))
}

/// A scalar. A plain one may mean something other than its text; numbers stay texts, since `4.10` is a number of a clause.
fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Node<'_> {
    let value = match (style, text.as_ref()) {
        (ScalarStyle::Plain, "true" | "True" | "TRUE") => Value::Flag(true),
        (ScalarStyle::Plain, "false" | "False" | "FALSE") => Value::Flag(false),
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Value::Other,
        _ => Value::Text(text),
    };
    Node::new(value)
}

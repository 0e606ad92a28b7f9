//! TOML out, in the form of the built-in catalogue.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::node::{Node, Value};

/// A tree as TOML: what is plain first, then lists of rows one row a line, then tests, trails and mappings as blocks.
pub(super) fn write(root: &Node<'_>) -> String {
    let mut out = String::new();
    let entries = root.as_table().unwrap_or_default();
    let is_block = |key: &str| matches!(key, "test" | "trail" | "mapping");
    for (key, node) in entries.iter().filter(|(key, _)| !is_block(key)) {
        match node.as_list().filter(|list| list.iter().any(|row| row.as_table().is_some())) {
            Some(rows) => lines(&mut out, key, rows),
            None => line(&mut out, key, node),
        }
    }
    for (key, node) in entries.iter().filter(|(key, _)| is_block(key)) {
        for block in node.as_list().unwrap_or_default() {
            let _ = write!(out, "\n[[{key}]]\n");
            for (key, node) in block.as_table().unwrap_or_default() {
                match node.as_list().filter(|list| list.len() > 1 && inline(node).len() > LINE_CHARS) {
                    Some(rows) => lines(&mut out, key, rows),
                    None => line(&mut out, key, node),
                }
            }
        }
    }
    out
}

/// Bytes of a list from which on its entries get a line each.
const LINE_CHARS: usize = 100;

fn line(out: &mut String, key: &str, node: &Node<'_>) {
    let _ = writeln!(out, "{} = {}", quoted_key(key), inline(node));
}

fn lines(out: &mut String, key: &str, rows: &[Node<'_>]) {
    let _ = writeln!(out, "{} = [", quoted_key(key));
    for row in rows {
        let _ = writeln!(out, "  {},", inline(row));
    }
    out.push_str("]\n");
}

fn inline(node: &Node<'_>) -> String {
    match &node.value {
        Value::Text(text) => quoted(text),
        Value::Whole(number) => number.unwrap_or_default().to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(list) => format!("[{}]", list.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entry =
                |(key, node): &(Cow<'_, str>, Node<'_>)| format!("{} = {}", quoted_key(key), inline(node));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Value::Other => "\"\"".to_owned(),
    }
}

fn quoted_key(key: &str) -> String {
    let is_bare =
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    if is_bare { key.to_owned() } else { quoted(key) }
}

/// A basic string: quotation marks, backslashes and what cannot be seen are escaped.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

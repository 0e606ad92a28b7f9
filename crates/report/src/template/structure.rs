//! What marks enclose, and filling it: for each of a list, or where a value is there or is not.

use std::collections::BTreeSet;

use super::Placeholder;
use super::fields::{Filled, Group};
use super::parse::{Element, Mark, Node, Part, Section, Token, at_place};
use super::{FLAWS_MAX, TemplateFlaw};
use crate::docx::escaped;

/// Elements whose children can be repeated. What is enclosed in any other is repeated with the whole of it: a row with all its cells.
const HOLDERS: [&str; 10] = [
    "w:body",
    "w:tbl",
    "w:tc",
    "w:hdr",
    "w:ftr",
    "w:txbxContent",
    "w:sdtContent",
    "w:footnote",
    "w:endnote",
    "w:comment",
];
/// How nearly the same a name must be to be meant: so many signs may differ.
const MEANT_SIGNS_MAX: usize = 3;

/// A part whose marks were matched and whose names are known.
pub(super) struct Tree {
    nodes: Vec<Node>,
    names: BTreeSet<String>,
}

impl Tree {
    /// Whether a value is asked for.
    pub(super) fn names(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}

/// Matches the marks of a part, and looks its names up.
pub(super) fn structured(part: Part, known: &[Placeholder]) -> Result<Tree, Vec<TemplateFlaw>> {
    let mut matcher = Matcher { part: &part.name, flaws: Vec::new() };
    let (nodes, left) = matcher.children(part.nodes, Holds::Blocks);
    for open in left {
        let flaw = if open.mark == Mark::End { TemplateFlaw::Unopened } else { TemplateFlaw::Unclosed };
        matcher.flaw(flaw(at_place(&part.name, &open.token.place, None)));
    }
    let mut flaws = matcher.flaws;
    let mut names = BTreeSet::new();
    let mut looker = Looker { part: &part.name, flaws: &mut flaws, names: &mut names };
    looker.look(&nodes, &mut vec![known]);
    if flaws.is_empty() { Ok(Tree { nodes, names }) } else { Err(flaws) }
}

/// A mark that waits for its other.
#[derive(Clone)]
struct Waiting {
    mark: Mark,
    token: Token,
}

struct Matcher<'p> {
    part: &'p str,
    flaws: Vec<TemplateFlaw>,
}

impl Matcher<'_> {
    fn flaw(&mut self, flaw: TemplateFlaw) {
        if self.flaws.len() < FLAWS_MAX {
            self.flaws.push(flaw);
        }
    }

    /// The children of an element with what is enclosed among them taken together, and the marks that have no other there.
    fn children(&mut self, children: Vec<Node>, holds: Holds) -> (Vec<Node>, Vec<Waiting>) {
        let mut done: Vec<Node> = Vec::with_capacity(children.len());
        // The marks that are open, each with the place of the child that it is in, now and at the beginning.
        let mut open: Vec<(Waiting, usize, usize)> = Vec::new();
        let mut left: Vec<Waiting> = Vec::new();
        let (first, last) = ends(&children);
        for (ordinal, child) in children.into_iter().enumerate() {
            let (child, marks) = self.node(child);
            let mut at = done.len();
            done.push(child);
            if holds == Holds::Nothing {
                left.extend(marks);
                continue;
            }
            // Whether something that began in an earlier child has ended in this one.
            let mut has_ended = false;
            for waiting in marks {
                if waiting.mark != Mark::End {
                    if has_ended {
                        self.flaw(TemplateFlaw::Crossed(at_place(self.part, &waiting.token.place, None)));
                    }
                    open.push((waiting, at, ordinal));
                    continue;
                }
                let Some((begun, from, began)) = open.pop() else {
                    left.push(waiting);
                    continue;
                };
                if begun.token.name != waiting.token.name {
                    self.flaw(TemplateFlaw::Crossed(at_place(self.part, &waiting.token.place, None)));
                    continue;
                }
                // What encloses all of a paragraph encloses the paragraph.
                if holds == Holds::Text && Some(began) == first && Some(ordinal) == last {
                    left.extend([begun, waiting]);
                    continue;
                }
                has_ended |= from < at;
                let mut enclosed: Vec<Node> = done.drain(from..).collect();
                if from < at {
                    // A paragraph of nothing but a mark is there for the mark.
                    if enclosed.last().is_some_and(is_bare) {
                        enclosed.pop();
                    }
                    if enclosed.first().is_some_and(is_bare) {
                        enclosed.remove(0);
                    }
                }
                done.push(Node::Section(Section {
                    token: begun.token,
                    is_unless: begun.mark == Mark::Unless,
                    children: enclosed,
                }));
                at = from;
            }
        }
        // What begins in here and ends outside, or not at all.
        left.extend(open.into_iter().map(|(waiting, ..)| waiting));
        (done, left)
    }

    fn node(&mut self, node: Node) -> (Node, Vec<Waiting>) {
        match node {
            Node::Mark(mark, token) => {
                let waiting = Waiting { mark, token: token.clone() };
                (Node::Mark(mark, token), vec![waiting])
            }
            Node::Element(mut element) => {
                let holds = match element.name.as_str() {
                    "w:p" => Holds::Text,
                    name if HOLDERS.contains(&name) => Holds::Blocks,
                    _ => Holds::Nothing,
                };
                let mut children = std::mem::take(&mut element.children);
                if holds == Holds::Text {
                    children = children.into_iter().flat_map(parted).collect();
                }
                let (children, marks) = self.children(children, holds);
                element.children = children;
                (Node::Element(element), marks)
            }
            node => (node, Vec::new()),
        }
    }
}

/// What of an element can be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Paragraphs, tables, rows.
    Blocks,
    /// Pieces of text, unless all of it is enclosed.
    Text,
    /// Nothing: it is repeated as a whole.
    Nothing,
}

/// The first and the last of some nodes that hold something.
fn ends(nodes: &[Node]) -> (Option<usize>, Option<usize>) {
    let holds =
        |node: &Node| has_content(std::slice::from_ref(node)) || has_marks(std::slice::from_ref(node));
    (nodes.iter().position(holds), nodes.iter().rposition(holds))
}

fn has_marks(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Mark(..) => true,
        Node::Element(element) => has_marks(&element.children),
        Node::Raw(_) | Node::Field(_) | Node::Section(_) => false,
    })
}

/// A piece of text with marks in it as several, each mark in one of its own; all of them look alike.
fn parted(node: Node) -> Vec<Node> {
    let Node::Element(run) = node else { return vec![node] };
    if run.name != "w:r" || !has_marks(&run.children) {
        return vec![Node::Element(run)];
    }
    let look = run.children.iter().find(|child| matches!(child, Node::Element(one) if one.name == "w:rPr"));
    let look = look.cloned();
    let mut parts = Vec::new();
    let mut held: Vec<Node> = Vec::new();
    let one = |children: Vec<Node>| {
        let children = look.iter().cloned().chain(children).collect();
        Node::Element(Element { name: run.name.clone(), open: run.open.clone(), children, is_empty: false })
    };
    for child in &run.children {
        match child {
            Node::Element(element) if element.name == "w:rPr" => {}
            Node::Element(text) if text.name == "w:t" => {
                for piece in &text.children {
                    let is_mark = matches!(piece, Node::Mark(..));
                    if is_mark && !held.is_empty() {
                        parts.push(one(std::mem::take(&mut held)));
                    }
                    let piece = Node::Element(Element { children: vec![piece.clone()], ..text.clone() });
                    if is_mark {
                        parts.push(one(vec![piece]));
                    } else {
                        held.push(piece);
                    }
                }
            }
            other => held.push(other.clone()),
        }
    }
    if !held.is_empty() {
        parts.push(one(held));
    }
    parts
}

/// Whether a node is a paragraph with nothing in it but marks.
fn is_bare(node: &Node) -> bool {
    let Node::Element(element) = node else { return false };
    element.name == "w:p" && !has_content(&element.children)
}

fn has_content(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Raw(raw) => !raw.trim().is_empty(),
        Node::Field(_) | Node::Section(_) => true,
        Node::Mark(..) => false,
        Node::Element(element) => match element.name.as_str() {
            "w:drawing" | "w:pict" | "w:object" | "w:br" | "w:fldChar" | "w:fldSimple" | "w:sectPr" => true,
            _ => has_content(&element.children),
        },
    })
}

/// Looks names up, those of what is enclosed first among those of its list.
struct Looker<'p> {
    part: &'p str,
    flaws: &'p mut Vec<TemplateFlaw>,
    names: &'p mut BTreeSet<String>,
}

impl Looker<'_> {
    fn look(&mut self, nodes: &[Node], scopes: &mut Vec<&[Placeholder]>) {
        for node in nodes {
            match node {
                Node::Raw(_) | Node::Mark(..) => {}
                Node::Element(element) => self.look(&element.children, scopes),
                Node::Field(token) => match find(scopes, &token.name) {
                    // A list is no value.
                    Some(found) if found.of.is_empty() => {
                        self.names.insert(token.name.clone());
                    }
                    _ => self.unknown(token, scopes),
                },
                Node::Section(section) => match find(scopes, &section.token.name) {
                    Some(found) => {
                        self.names.insert(section.token.name.clone());
                        let is_each = !found.of.is_empty() && !section.is_unless;
                        scopes.push(if is_each { found.of } else { &[] });
                        self.look(&section.children, scopes);
                        scopes.pop();
                    }
                    None => self.unknown(&section.token, scopes),
                },
            }
        }
    }

    fn unknown(&mut self, token: &Token, scopes: &[&[Placeholder]]) {
        if self.flaws.len() >= FLAWS_MAX {
            return;
        }
        let all = scopes.iter().flat_map(|scope| scope.iter());
        let near = all.map(|known| (distance(known.name, &token.name), known.name)).min();
        let meant = near.filter(|(far, _)| *far <= MEANT_SIGNS_MAX).map(|(_, name)| name.to_owned());
        self.flaws.push(TemplateFlaw::Unknown(at_place(self.part, &token.place, meant)));
    }
}

fn find<'k>(scopes: &[&'k [Placeholder]], name: &str) -> Option<&'k Placeholder> {
    scopes.iter().rev().find_map(|scope| scope.iter().find(|known| known.name == name))
}

/// How many signs have to be changed, added or left out to make one name of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, sign) in one.chars().enumerate() {
        let mut before = index;
        let mut left = index + 1;
        let mut next = vec![left];
        for (cell, against) in row.iter().skip(1).zip(&other) {
            let cost = (before + usize::from(sign != *against)).min(cell + 1).min(left + 1);
            before = *cell;
            left = cost;
            next.push(cost);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Fills a part.
pub(super) struct Filler<'v> {
    pub(super) values: &'v Group,
    /// What is written at the beginning of the part, where it has no place for that.
    pub(super) mark: Option<&'v str>,
    /// The most bytes of the text.
    pub(super) bytes_max: usize,
}

impl Filler<'_> {
    /// The text of the part; nothing where it is too large.
    pub(super) fn fill(&self, tree: &Tree) -> Option<String> {
        let mut out = String::new();
        self.nodes(&tree.nodes, &mut vec![self.values], &mut out)?;
        Some(out)
    }

    fn nodes(&self, nodes: &[Node], scopes: &mut Vec<&Group>, out: &mut String) -> Option<()> {
        for node in nodes {
            if out.len() > self.bytes_max {
                return None;
            }
            match node {
                Node::Raw(raw) => out.push_str(raw),
                Node::Mark(..) => {}
                Node::Field(token) => push_value(out, scopes, &token.name),
                Node::Element(element) => self.element(element, scopes, out)?,
                Node::Section(section) => self.section(section, scopes, out)?,
            }
        }
        Some(())
    }

    fn section(&self, section: &Section, scopes: &mut Vec<&Group>, out: &mut String) -> Option<()> {
        let value = scopes.iter().rev().find_map(|scope| scope.get(&section.token.name));
        let is_there = value.is_some_and(Filled::is_there);
        match value {
            Some(Filled::List(rows)) if !section.is_unless => {
                for row in rows {
                    scopes.push(row);
                    self.nodes(&section.children, scopes, out)?;
                    scopes.pop();
                }
                Some(())
            }
            _ if is_there != section.is_unless => self.nodes(&section.children, scopes, out),
            _ => Some(()),
        }
    }

    fn element(&self, element: &Element, scopes: &mut Vec<&Group>, out: &mut String) -> Option<()> {
        let begun = out.len();
        out.push_str(&element.open);
        if element.is_empty {
            return Some(());
        }
        let inside = out.len();
        if element.name == "w:body"
            && let Some(mark) = self.mark
        {
            out.push_str(&format!(
                "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val=\"9B1C1C\"/><w:sz w:val=\"28\"/></w:rPr>\
                 <w:t>{}</w:t></w:r></w:p>",
                escaped(mark)
            ));
        }
        self.nodes(&element.children, scopes, out)?;
        match element.name.as_str() {
            // A table without rows, and a place for paragraphs without one, break the file.
            "w:tbl"
                if !out
                    .get(inside..)
                    .is_some_and(|text| text.contains("<w:tr>") || text.contains("<w:tr ")) =>
            {
                out.truncate(begun);
                out.push_str("<w:p/>");
                return Some(());
            }
            "w:tc" | "w:hdr" | "w:ftr" | "w:txbxContent" | "w:footnote" | "w:endnote"
                if !(out.ends_with("</w:p>") || out.ends_with("<w:p/>")) =>
            {
                out.push_str("<w:p/>");
            }
            _ => {}
        }
        out.push_str("</");
        out.push_str(&element.name);
        out.push('>');
        Some(())
    }
}

/// A value as text of a `w:t`: its lines parted as Word parts them.
fn push_value(out: &mut String, scopes: &[&Group], name: &str) {
    let Some(Filled::Text(value)) = scopes.iter().rev().find_map(|scope| scope.get(name)) else { return };
    for (index, line) in value.trim_end().split('\n').enumerate() {
        if index > 0 {
            out.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">");
        }
        out.push_str(&escaped(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_nearly_the_same_are_near() {
        assert_eq!(distance("audit.title", "audit.titel"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("number", "number"), 0);
    }
}

//! A part of a Word file as a tree in which placeholders stand by themselves. What is not text of a paragraph stays byte for byte.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::quoted;
use super::{AtPlace, FLAWS_MAX, TemplateFlaw};

/// How deep the elements of a part may lie in each other.
const DEPTH_MAX: usize = 96;
/// The most nodes of a part.
const NODES_MAX: usize = 500_000;
/// The longest name of a placeholder, in signs.
const NAME_SIGNS_MAX: usize = 64;

/// A node of the tree.
#[derive(Clone)]
pub(super) enum Node {
    /// Anything, as it stands.
    Raw(String),
    /// An element.
    Element(Element),
    /// A value.
    Field(Token),
    /// The beginning or the end of what is enclosed.
    Mark(Mark, Token),
    /// What is repeated, or stands only where something is there or is not.
    Section(Section),
}

/// An element.
#[derive(Clone)]
pub(super) struct Element {
    pub(super) name: String,
    /// Its opening tag as it stands.
    pub(super) open: String,
    pub(super) children: Vec<Node>,
    pub(super) is_empty: bool,
}

/// What a mark begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `{{#name}}`
    Each,
    /// `{{^name}}`
    Unless,
    /// `{{/name}}`
    End,
}

/// What is enclosed by two marks.
#[derive(Clone)]
pub(super) struct Section {
    pub(super) token: Token,
    /// Whether it stands where the value is not there.
    pub(super) is_unless: bool,
    pub(super) children: Vec<Node>,
}

/// A placeholder: its name, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) name: String,
    pub(super) place: Place,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The placeholder as it is written.
    pub(super) written: String,
    pub(super) paragraph: u32,
}

/// A part that was read.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) nodes: Vec<Node>,
}

impl Part {
    pub(super) fn read(name: &str, text: &str) -> Result<Self, Vec<TemplateFlaw>> {
        let mut nodes = tree(text).ok_or_else(|| vec![TemplateFlaw::Damaged { part: quoted(name) }])?;
        let mut reader = Tokens { part: name, paragraph: 0, flaws: Vec::new() };
        reader.walk(&mut nodes);
        if reader.flaws.is_empty() { Ok(Self { name: name.to_owned(), nodes }) } else { Err(reader.flaws) }
    }
}

/// The tree of a part; nothing where it is not well-formed.
fn tree(text: &str) -> Option<Vec<Node>> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut stack: Vec<Element> = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut count = 0_usize;
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        let raw = text.get(from..to)?.to_owned();
        count += 1;
        if count > NODES_MAX || stack.len() > DEPTH_MAX {
            return None;
        }
        let node = match event {
            Event::Eof => break,
            Event::DocType(_) => return None,
            Event::Start(element) => {
                // Attributes that are there twice, or are none, are found here and not by the reader of what comes of it.
                element.attributes().all(|one| one.is_ok()).then_some(())?;
                let name = element.name().as_ref().to_owned();
                stack.push(Element { name, open: raw, children: Vec::new(), is_empty: false });
                continue;
            }
            Event::End(_) => Node::Element(stack.pop()?),
            Event::Empty(element) => {
                element.attributes().all(|one| one.is_ok()).then_some(())?;
                let name = element.name().as_ref().to_owned();
                Node::Element(Element { name, open: raw, children: Vec::new(), is_empty: true })
            }
            Event::GeneralRef(reference) => {
                let is_known = matches!(&*reference, "amp" | "lt" | "gt" | "quot" | "apos")
                    || matches!(reference.resolve_char_ref(), Ok(Some(_)));
                is_known.then_some(Node::Raw(raw))?
            }
            // What is in a comment is no text; what is in a section of characters would not be escaped.
            Event::Comment(_) | Event::PI(_) => continue,
            Event::CData(_) => return None,
            Event::Text(_) if raw.contains("]]>") => return None,
            Event::Text(_) | Event::Decl(_) => Node::Raw(raw),
        };
        match stack.last_mut() {
            Some(parent) => parent.children.push(node),
            None => nodes.push(node),
        }
    }
    stack.is_empty().then_some(nodes)
}

/// Finds the placeholders in the paragraphs of a part.
struct Tokens<'p> {
    part: &'p str,
    paragraph: u32,
    flaws: Vec<TemplateFlaw>,
}

impl Tokens<'_> {
    fn walk(&mut self, nodes: &mut [Node]) {
        for node in nodes {
            let Node::Element(element) = node else { continue };
            if element.name == "w:p" {
                self.paragraph = self.paragraph.saturating_add(1);
                self.paragraph_of(element);
            }
            self.walk(&mut element.children);
        }
    }

    /// The texts of a paragraph, with each placeholder whole in the one where it begins: programs break text wherever they like.
    fn paragraph_of(&mut self, paragraph: &mut Element) {
        let mut texts = Vec::new();
        texts_of(&paragraph.children, &mut texts);
        let all = texts.concat();
        if !all.contains("{{") {
            return;
        }
        let mut joined = vec![Vec::new(); texts.len()];
        let ends: Vec<usize> = texts
            .iter()
            .scan(0, |end, text| {
                *end += text.len();
                Some(*end)
            })
            .collect();
        let holder = |at: usize| ends.partition_point(|end| *end <= at);
        let mut put = |at: usize, piece: Piece| {
            if let Some(pieces) = joined.get_mut(holder(at)) {
                pieces.push(piece);
            }
        };
        let mut at = 0;
        while let Some(rest) = all.get(at..).filter(|rest| !rest.is_empty()) {
            let begins = rest.find("{{").unwrap_or(rest.len());
            // What stands before it stays in its own texts.
            let mut plain = at;
            while plain < at + begins {
                let end = ends.get(holder(plain)).copied().unwrap_or(all.len()).min(at + begins);
                put(plain, Piece::Text(all.get(plain..end).unwrap_or_default().to_owned()));
                plain = end.max(plain + 1);
            }
            at += begins;
            let Some(inside) = all.get(at + 2..) else { break };
            let Some(length) = inside.find("}}") else {
                let written = quoted(all.get(at..).unwrap_or_default());
                self.flaw(TemplateFlaw::Unclosed, &written);
                return;
            };
            let written = all.get(at..at + length + 4).unwrap_or_default();
            match self.token(inside.get(..length).unwrap_or_default(), written) {
                Some(piece) => put(at, piece),
                None => self.flaw(TemplateFlaw::Unknown, &quoted(written)),
            }
            at += length + 4;
        }
        let mut joined = joined.into_iter();
        put_back(&mut paragraph.children, &mut joined);
    }

    fn token(&self, inside: &str, written: &str) -> Option<Piece> {
        let inside = inside.trim();
        let (mark, name) = match inside.split_at_checked(1)? {
            ("#", name) => (Some(Mark::Each), name.trim()),
            ("^", name) => (Some(Mark::Unless), name.trim()),
            ("/", name) => (Some(Mark::End), name.trim()),
            _ => (None, inside),
        };
        let is_name = !name.is_empty()
            && name.len() <= NAME_SIGNS_MAX
            && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, b'_' | b'.'));
        let place = Place { written: quoted(written), paragraph: self.paragraph };
        is_name.then(|| Piece::Token(mark, Token { name: name.to_owned(), place }))
    }

    fn flaw(&mut self, kind: fn(AtPlace) -> TemplateFlaw, written: &str) {
        if self.flaws.len() < FLAWS_MAX {
            let place = Place { written: written.to_owned(), paragraph: self.paragraph };
            self.flaws.push(kind(at_place(self.part, &place, None)));
        }
    }
}

/// A place as it is told.
pub(super) fn at_place(part: &str, place: &Place, meant: Option<String>) -> AtPlace {
    AtPlace { token: place.written.clone(), part: part.to_owned(), paragraph: place.paragraph, meant }
}

/// A piece of a text.
#[derive(Clone)]
enum Piece {
    Text(String),
    Token(Option<Mark>, Token),
}

/// The texts of a paragraph, without those of paragraphs inside it.
fn texts_of(nodes: &[Node], found: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Element(element) if element.name == "w:t" => {
                let raw = element.children.iter().map(|child| match child {
                    Node::Raw(raw) => raw.as_str(),
                    Node::Element(_) | Node::Field(_) | Node::Mark(..) | Node::Section(_) => "",
                });
                found.push(raw.collect());
            }
            Node::Element(element) if element.name != "w:p" => texts_of(&element.children, found),
            Node::Element(_) | Node::Raw(_) | Node::Field(_) | Node::Mark(..) | Node::Section(_) => {}
        }
    }
}

/// Puts pieces back into the texts of a paragraph, in the order in which they were taken.
fn put_back(nodes: &mut [Node], joined: &mut impl Iterator<Item = Vec<Piece>>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        if element.name == "w:t" {
            let Some(pieces) = joined.next() else { return };
            let node = |piece| match piece {
                Piece::Text(text) => Node::Raw(text),
                Piece::Token(None, token) => Node::Field(token),
                Piece::Token(Some(mark), token) => Node::Mark(mark, token),
            };
            element.children = pieces.into_iter().map(node).collect();
            // Values begin and end with spaces that mean something.
            element.open = "<w:t xml:space=\"preserve\">".to_owned();
            element.is_empty = false;
        } else if element.name != "w:p" {
            put_back(&mut element.children, joined);
        }
    }
}

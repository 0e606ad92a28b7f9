//! The text content of HTML: what a browser would show, without scripts and styles.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use crate::text_out::TextOut;

/// Elements whose content is not text for a reader.
const SKIPPED: [&[u8]; 8] =
    [b"script", b"style", b"template", b"iframe", b"noembed", b"noframes", b"noscript", b"svg"];

/// Elements that begin and end a line.
const BLOCKS: [&[u8]; 33] = [
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"caption",
    b"dd",
    b"details",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"footer",
    b"form",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hr",
    b"li",
    b"main",
    b"nav",
    b"ol",
    b"p",
    b"pre",
    b"table",
    b"tr",
    b"ul",
];

/// Reads the text, headings and title of an HTML document.
pub(crate) fn read(source: &str, out: &mut TextOut) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page =
        Page { out, skipped: None, in_title: false, title: String::new(), pre_depth: 0, heading: None };
    for Ok(token) in Tokenizer::new_with_emitter(source, emitter) {
        match token {
            Token::StartTag(tag) => page.start(&tag.name),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if page.out.is_full() {
            break;
        }
    }
    page.end_heading();
    page.out.end_line();
    let title = std::mem::take(&mut page.title);
    out.title = Some(title).filter(|title| !title.trim().is_empty());
}

struct Page<'a> {
    out: &'a mut TextOut,
    /// The skipped element that is open, and how many of its name are open within each other.
    skipped: Option<(Vec<u8>, usize)>,
    in_title: bool,
    title: String,
    pre_depth: usize,
    /// Level of the open heading, and where it begins.
    heading: Option<(u8, usize)>,
}

impl Page<'_> {
    fn start(&mut self, name: &[u8]) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth += 1;
            }
            return;
        }
        if SKIPPED.contains(&name) {
            self.skipped = Some((name.to_vec(), 1));
            return;
        }
        match name {
            b"title" => self.in_title = true,
            b"br" => self.out.push_char('\n'),
            b"td" | b"th" => self.next_cell(),
            b"pre" => self.pre_depth += 1,
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_block_line();
        }
        if let Some(level) = heading_level(name) {
            self.end_heading();
            self.heading = Some((level, self.out.len()));
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            b"title" => self.in_title = false,
            b"pre" => self.pre_depth = self.pre_depth.saturating_sub(1),
            _ => {}
        }
        if heading_level(name).is_some() {
            self.end_heading();
        }
        if BLOCKS.contains(&name) {
            self.end_block_line();
        }
    }

    fn words(&mut self, words: &str) {
        if self.skipped.is_some() {
            return;
        }
        if self.in_title {
            self.title.push_str(words);
            return;
        }
        if self.pre_depth > 0 {
            self.out.push_str(words);
            return;
        }
        for c in words.chars() {
            if !c.is_whitespace() {
                self.out.push_char(c);
            } else if !self.out.text().is_empty() && !self.out.text().ends_with([' ', '\n', '\t']) {
                self.out.push_char(' ');
            }
        }
    }

    fn next_cell(&mut self) {
        if !self.out.text().is_empty() && !self.out.text().ends_with('\n') {
            self.out.push_char('\t');
        }
    }

    /// A heading keeps its place at the start of its line even where blocks stand inside it.
    fn end_block_line(&mut self) {
        let is_empty_heading =
            self.heading.is_some_and(|(_, offset)| self.out.since(offset).trim().is_empty());
        if !is_empty_heading {
            self.out.end_line();
        }
    }

    fn end_heading(&mut self) {
        if let Some((level, offset_bytes)) = self.heading.take() {
            let words = self.out.since(offset_bytes).to_owned();
            self.out.heading(level, &words, offset_bytes);
        }
    }
}

fn heading_level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{DocumentKind, Limits, extract};

    #[test]
    fn text_headings_and_title_come_out_and_scripts_do_not() {
        let source = "<!doctype html><title>Access &amp; Policy</title><style>p{}</style><script>alert('<p>no</p>')</script>\
            <h1>Zugang <em>und</em> Ma&szlig;nahmen</h1><p>First\n  line<br>second &lt;b&gt;</p><!-- hidden -->\
            <template><p>never<template>nor</template>this</p></template><ul><li>a<li>b</ul>\
            <table><tr><th>Control</th><th>Yes</th></tr><tr><td>A.5.1</td><td>no</td></tr></table><pre>x  y\n z</pre><h2>End";
        let found = extract(DocumentKind::Html, source.as_bytes(), &Limits::default()).unwrap();
        let expected =
            "Zugang und Maßnahmen\nFirst line\nsecond <b>\na\nb\nControl\tYes\nA.5.1\tno\nx  y\n z\nEnd\n";
        assert_eq!(found.text, expected);
        assert_eq!(found.title.as_deref(), Some("Access & Policy"));
        let headings: Vec<_> = found
            .headings
            .iter()
            .map(|h| (h.level, h.title.as_str(), &found.text[h.offset_bytes..][..3]))
            .collect();
        assert_eq!(headings, [(1, "Zugang und Maßnahmen", "Zug"), (2, "End", "End")]);
    }

    #[test]
    fn an_unclosed_script_hides_the_rest_and_deep_nesting_costs_nothing() {
        let found = extract(DocumentKind::Html, b"a<script>b", &Limits::default()).unwrap();
        assert_eq!(found.text, "a\n");
        let deep = "<div>".repeat(200_000) + "x";
        let found = extract(DocumentKind::Html, deep.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(found.text, "x\n");
    }
}

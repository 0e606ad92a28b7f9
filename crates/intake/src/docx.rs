//! Text, headings and title of DOCX.

mod styles;

use quick_xml::events::{BytesStart, Event};

use crate::package::Package;
use crate::text_out::TextOut;
use crate::unreadable::one_line;
use crate::xml::{Xml, attribute, referenced};
use crate::{Limits, Unreadable};
use styles::Styles;

/// Reads the body, then headers, footers, footnotes, endnotes and comments.
pub(crate) fn read(bytes: &[u8], limits: &Limits, out: &mut TextOut) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes, limits)?;
    let main = main_part(&mut package, limits)?;
    let folder = main.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let styles_name = format!("{folder}styles.xml");
    let styles = match package.part(&styles_name)? {
        Some(text) => Styles::read(&text, &styles_name, limits)?,
        None => Styles::default(),
    };
    let own_title = core_title(&mut package, limits)?;
    for name in text_parts(&package, &main, &folder) {
        let Some(text) = package.part(&name)? else {
            return Err(Unreadable::damaged(
                "the file",
                format_args!("part `{}` is missing", one_line(&name)),
            ));
        };
        Body {
            out,
            styles: &styles,
            skipped: 0,
            in_properties: 0,
            in_words: 0,
            table_depth: 0,
            paragraphs: Vec::new(),
        }
        .read(&text, &name, limits)?;
        out.end_line();
    }
    out.title = own_title.or(out.title.take());
    Ok(())
}

/// The main part as the package's relationships name it.
fn main_part(package: &mut Package<'_>, limits: &Limits) -> Result<String, Unreadable> {
    const RELATIONSHIPS: &str = "_rels/.rels";
    const USUAL: &str = "word/document.xml";
    let Some(text) = package.part(RELATIONSHIPS)? else { return Ok(USUAL.to_owned()) };
    let mut xml = Xml::new(&text, RELATIONSHIPS, limits);
    while let Some(event) = xml.next()? {
        if let Event::Start(element) | Event::Empty(element) = event {
            let is_main = attribute(&element, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
            if let (true, Some(target)) = (is_main, attribute(&element, "Target")) {
                return Ok(target.trim_start_matches('/').to_owned());
            }
        }
    }
    Ok(USUAL.to_owned())
}

/// The parts that hold text, the main part first.
fn text_parts(package: &Package<'_>, main: &str, folder: &str) -> Vec<String> {
    let mut parts = vec![main.to_owned()];
    for start in ["header", "footer", "footnotes", "endnotes", "comments"] {
        parts.extend(package.names().iter().filter(|name| is_part(name, folder, start)).cloned());
    }
    parts
}

/// Whether a name is `{folder}{start}{digits}.xml`.
fn is_part(name: &str, folder: &str, start: &str) -> bool {
    let digits = name
        .strip_prefix(folder)
        .and_then(|name| name.strip_prefix(start))
        .and_then(|name| name.strip_suffix(".xml"));
    digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
}

fn core_title(package: &mut Package<'_>, limits: &Limits) -> Result<Option<String>, Unreadable> {
    const CORE: &str = "docProps/core.xml";
    let Some(text) = package.part(CORE)? else { return Ok(None) };
    let mut xml = Xml::new(&text, CORE, limits);
    let mut title = None::<String>;
    let mut in_title = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => in_title = element.local_name().as_ref() == "title",
            Event::End(_) => in_title = false,
            Event::Text(words) if in_title => title.get_or_insert_default().push_str(&words.xml10_content()),
            Event::GeneralRef(reference) if in_title => {
                title.get_or_insert_default().extend(referenced(&reference))
            }
            _ => {}
        }
    }
    Ok(title.filter(|title| !title.trim().is_empty()))
}

/// A part with paragraphs, as it is read.
struct Body<'a> {
    out: &'a mut TextOut,
    styles: &'a Styles,
    /// Open elements within one whose content is not shown: deleted text, field codes, the fallback of a drawing.
    skipped: usize,
    /// Open elements within paragraph properties, where `tab` is a tab stop and no character.
    in_properties: usize,
    in_words: usize,
    table_depth: usize,
    /// The open paragraphs; a text box puts one inside another.
    paragraphs: Vec<Paragraph>,
}

#[derive(Default)]
struct Paragraph {
    offset_bytes: usize,
    style: Option<String>,
    level: Option<u8>,
}

impl Body<'_> {
    fn read(mut self, text: &str, part: &str, limits: &Limits) -> Result<(), Unreadable> {
        let mut xml = Xml::new(text, part, limits);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => self.start(&element),
                Event::Empty(element) if self.skipped == 0 => self.empty(&element),
                Event::End(element) => self.end(element.local_name().as_ref()),
                Event::Text(words) if self.shows_words() => self.out.push_str(&words.xml10_content()),
                Event::CData(words) if self.shows_words() => self.out.push_str(&words),
                Event::GeneralRef(reference) if self.shows_words() => {
                    if let Some(c) = referenced(&reference) {
                        self.out.push_char(c);
                    }
                }
                _ => {}
            }
            if self.out.is_full() {
                break;
            }
        }
        while let Some(paragraph) = self.paragraphs.pop() {
            self.end_paragraph(&paragraph);
        }
        Ok(())
    }

    fn shows_words(&self) -> bool {
        self.in_words > 0 && self.skipped == 0
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let hides = matches!(
            name.as_ref(),
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "Fallback"
        );
        if self.skipped > 0 || hides {
            self.skipped += 1;
            return;
        }
        match name.as_ref() {
            "p" => self.start_paragraph(),
            "pPr" => self.in_properties += 1,
            "t" => self.in_words += 1,
            "tbl" => {
                if self.table_depth == 0 {
                    self.out.end_line();
                }
                self.table_depth += 1;
            }
            _ => self.empty(element),
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.end_paragraph(&paragraph);
                }
            }
            "pPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "t" => self.in_words = self.in_words.saturating_sub(1),
            "tc" => self.out.push_char('\t'),
            "tr" => self.out.end_line(),
            "tbl" => self.table_depth = self.table_depth.saturating_sub(1),
            _ => {}
        }
    }

    /// An element that has its meaning in itself and its attributes.
    fn empty(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "pStyle" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = attribute(element, "val");
                }
            }
            "outlineLvl" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.level =
                        attribute(element, "val").and_then(|level| styles::outline_level(&level));
                }
            }
            "tab" | "ptab" if self.in_properties == 0 => self.out.push_char('\t'),
            "br" | "cr" if self.in_properties == 0 => self.out.push_char('\n'),
            "noBreakHyphen" => self.out.push_char('-'),
            _ => {}
        }
    }

    fn start_paragraph(&mut self) {
        if self.table_depth == 0 {
            self.out.end_line();
        } else if !self.out.text().is_empty() && !self.out.text().ends_with([' ', '\t', '\n']) {
            self.out.push_char(' ');
        }
        self.paragraphs.push(Paragraph { offset_bytes: self.out.len(), ..Paragraph::default() });
    }

    fn end_paragraph(&mut self, paragraph: &Paragraph) {
        let words = self.out.since(paragraph.offset_bytes).to_owned();
        let style = paragraph.style.as_deref().unwrap_or_default();
        if let Some(level) = paragraph.level.or_else(|| self.styles.heading_level(style)) {
            self.out.heading(level, &words, paragraph.offset_bytes);
        }
        if self.out.title.is_none() && self.styles.is_title(style) && !words.trim().is_empty() {
            self.out.title = Some(words);
        }
        if self.table_depth == 0 {
            self.out.end_line();
        }
    }
}

//! The text of a Word file, put together part by part.

use assize_domain::kernel::text::DRAWING_SIDES;

use crate::look::Points;

/// A piece of text in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    text: String,
    /// The character style, where it has one.
    style: Option<&'static str>,
}

/// Plain text.
pub(super) fn plain(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: None }
}

/// Bold text.
pub(super) fn strong(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: Some("Strong") }
}

/// Text that steps back.
pub(super) fn quiet(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: Some("Quiet") }
}

/// Text that must not be overlooked.
pub(super) fn grave(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: Some("Grave") }
}

/// Digests and the like.
pub(super) fn mono(text: impl Into<String>) -> Run {
    Run { text: text.into(), style: Some("Mono") }
}

/// A cell of a table: its paragraphs.
pub(super) type Cell = Vec<Vec<Run>>;

/// A cell of one plain paragraph.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    vec![vec![plain(text)]]
}

/// The width of a page's text, in twentieths of a point.
const TEXT_WIDTH: usize = 8_902;

/// A picture in a line of text, as large as it fits into a box of millimetres; `relation` names its file.
pub(super) fn picture(
    points: &Points,
    relation: &str,
    said: &str,
    (width_mm, height_mm): (u64, u64),
) -> String {
    // In English Metric Units: 36,000 are a millimetre.
    let (width, height) = (u64::from(points.width.max(1)), u64::from(points.height.max(1)));
    let (box_width, box_height) = (width_mm * 36_000, height_mm * 36_000);
    let (x, y) = if box_width * height <= box_height * width {
        (box_width, box_width * height / width)
    } else {
        (box_height * width / height, box_height)
    };
    format!(
        "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" \
         distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{x}\" cy=\"{y}\"/><wp:docPr id=\"1\" name=\"Logo\" descr=\"{said}\"/>\
         <a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData \
         uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Logo\"/>\
         <pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch>\
         </pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm><a:prstGeom \
         prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        said = escaped(said),
    )
}

/// The data of a path, `M` and `L` with whole numbers, as a shape in a line of text.
fn drawn(path: &str, said: &str, number: usize) -> String {
    let [width, height] = DRAWING_SIDES;
    // In English Metric Units: 36,000 are a millimetre. It is 48 mm wide.
    let (x, y) = (48 * 36_000, 48 * 36_000 * height / width);
    let mut steps = String::new();
    let mut parts = path.split(' ');
    while let (Some(verb), Some(across), Some(down)) = (parts.next(), parts.next(), parts.next()) {
        let step = if verb == "M" { "moveTo" } else { "lnTo" };
        steps.push_str(&format!("<a:{step}><a:pt x=\"{across}\" y=\"{down}\"/></a:{step}>"));
    }
    let said = escaped(said);
    // The picture on the letterhead has the number 1.
    let id = number + 1;
    format!(
        "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><mc:Choice Requires=\"wps\"><w:drawing><wp:inline \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{x}\" cy=\"{y}\"/><wp:docPr id=\"{id}\" name=\"Signature {number}\" descr=\"{said}\"/><a:graphic \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData \
         uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" \
         y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" \
         b=\"b\"/><a:pathLst><a:path w=\"{width}\" h=\"{height}\" fill=\"none\">{steps}</a:path></a:pathLst></a:custGeom><a:noFill/><a:ln \
         w=\"12700\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"1D1B18\"/></a:solidFill><a:round/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>\
         </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{said}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
}

/// The text being put together.
#[derive(Debug, Default)]
pub(super) struct Body {
    xml: String,
    /// How many headings have been named, so that the table of contents can point at them.
    bookmarks: usize,
    /// The numbered headings: level, title, name.
    contents: Vec<(u8, String, String)>,
    /// How many lists with numbers there are: each begins at 1.
    lists: usize,
    /// How many drawings there are: each has a number of its own.
    drawings: usize,
}

impl Body {
    /// A heading of level 1 or 2, numbered, and in the table of contents.
    pub(super) fn heading(&mut self, level: u8, title: &str) {
        self.bookmarks += 1;
        let name = format!("_Toc{:08}", self.bookmarks);
        let style = if level == 1 { "Heading1" } else { "Heading2" };
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{run}\
             <w:bookmarkEnd w:id=\"{id}\"/></w:p>",
            id = self.bookmarks,
            run = run(&plain(title)),
        ));
        self.contents.push((level, title.to_owned(), name));
    }

    /// A paragraph in a style of its own.
    pub(super) fn styled(&mut self, style: &str, runs: &[Run]) {
        self.xml.push_str(&paragraph(Some(style), runs));
    }

    /// A paragraph with nothing but a picture in it.
    pub(super) fn picture(&mut self, points: &Points, said: &str, box_mm: (u64, u64)) {
        self.xml.push_str(&format!("<w:p>{}</w:p>", picture(points, "rId6", said, box_mm)));
    }

    /// A paragraph with nothing but lines in it that were drawn by hand; `said` stands in for them where they are not shown.
    pub(super) fn drawing(&mut self, path: &str, said: &str) {
        self.drawings += 1;
        let drawn = drawn(path, said, self.drawings);
        self.xml.push_str(&format!("<w:p>{drawn}</w:p>"));
    }

    /// A paragraph.
    pub(super) fn para(&mut self, runs: &[Run]) {
        self.xml.push_str(&paragraph(None, runs));
    }

    /// Text as it was written: a paragraph for each, by the empty lines between them.
    pub(super) fn prose(&mut self, text: &str) {
        for part in parts(text) {
            self.para(&[plain(part)]);
        }
    }

    /// A list without order.
    pub(super) fn items<'t>(&mut self, items: impl IntoIterator<Item = &'t str>) {
        for item in items {
            self.styled("Item", &[plain(item)]);
        }
    }

    /// A list whose order means something. The numbers of lists begin after those of headings and other lists.
    pub(super) fn numbered<'t>(&mut self, items: impl IntoIterator<Item = &'t str>) {
        self.lists += 1;
        let number = FIRST_LIST + self.lists - 1;
        for item in items {
            self.xml.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"Item\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>{}</w:p>",
                run(&plain(item)),
            ));
        }
    }

    /// How many lists with numbers there are.
    pub(super) const fn lists(&self) -> usize {
        self.lists
    }

    /// Lines to be signed, side by side, each with what stands below it.
    pub(super) fn signatures(&mut self, lines: &[String]) {
        let width = TEXT_WIDTH / lines.len().max(1);
        let widths = vec![width; lines.len()];
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"nil\"/><w:bottom w:val=\"nil\"/>\
             <w:insideH w:val=\"nil\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr>\
             <w:cantSplit/></w:trPr>"
        ));
        for line in lines {
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                paragraph(Some("SignLine"), &[plain(line.clone())])
            ));
        }
        self.xml.push_str("</w:tr></w:tbl>");
        self.gap();
    }

    /// Two tables without a paragraph between them are one.
    fn gap(&mut self) {
        self.xml.push_str(
            "<w:p><w:pPr><w:spacing w:after=\"80\" w:line=\"200\" w:lineRule=\"exact\"/></w:pPr></w:p>",
        );
    }

    /// A table whose rows are high enough to be written in by hand.
    pub(super) fn tall_table(&mut self, columns: &[(&str, usize)], rows: &[Vec<Cell>]) {
        self.sheet(columns, rows, "<w:cantSplit/><w:trHeight w:val=\"560\" w:hRule=\"atLeast\"/>");
    }

    /// A table: its columns by their titles and shares of the width, its head on each page again, no row torn.
    pub(super) fn table(&mut self, columns: &[(&str, usize)], rows: &[Vec<Cell>]) {
        self.sheet(columns, rows, "<w:cantSplit/>");
    }

    fn sheet(&mut self, columns: &[(&str, usize)], rows: &[Vec<Cell>], how: &str) {
        let all: usize = columns.iter().map(|(_, share)| share).sum();
        let widths: Vec<usize> = columns.iter().map(|(_, share)| TEXT_WIDTH * share / all.max(1)).collect();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Sheet\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ));
        let head: Vec<Cell> = columns.iter().map(|(title, _)| vec![vec![strong(*title)]]).collect();
        self.row(&head, &widths, "<w:cantSplit/><w:tblHeader/>");
        for cells in rows {
            self.row(cells, &widths, how);
        }
        self.xml.push_str("</w:tbl>");
        self.gap();
    }

    fn row(&mut self, cells: &[Cell], widths: &[usize], how: &str) {
        self.xml.push_str(&format!("<w:tr><w:trPr>{how}</w:trPr>"));
        for (cell, width) in cells.iter().zip(widths) {
            self.xml.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
            for runs in cell {
                self.xml.push_str(&paragraph(None, runs));
            }
            // A cell ends in a paragraph, or the file is broken.
            if cell.is_empty() {
                self.xml.push_str("<w:p/>");
            }
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    /// Particulars: what they are called, and what there is to say.
    pub(super) fn facts(&mut self, facts: &[(String, Cell)]) {
        let widths = [TEXT_WIDTH * 28 / 100, TEXT_WIDTH * 72 / 100];
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"nil\"/><w:bottom w:val=\"nil\"/>\
             <w:insideH w:val=\"nil\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{}\"/>\
             <w:gridCol w:w=\"{}\"/></w:tblGrid>",
            widths[0], widths[1],
        ));
        for (name, what) in facts {
            self.row(&[vec![vec![quiet(name.clone())]], what.clone()], &widths, "<w:cantSplit/>");
        }
        self.xml.push_str("</w:tbl>");
        self.gap();
    }

    /// What follows begins on a new page.
    pub(super) fn page(&mut self) {
        self.xml.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    /// Where the table of contents stands, until [`Body::into_xml`] fills it in.
    pub(super) fn contents(&mut self) {
        self.xml.push_str(CONTENTS);
    }

    /// The text, with its table of contents of so many levels: a field, which Word fills in with page numbers, and until then the titles.
    pub(super) fn into_xml(self, deep: u8) -> String {
        let begin = format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \
             \"1-{deep}\" \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        );
        let mut lines = String::new();
        let listed = self.contents.iter().filter(|(level, ..)| *level <= deep);
        for (index, (level, title, name)) in listed.enumerate() {
            lines.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>{}<w:hyperlink w:anchor=\"{name}\">{}</w:hyperlink></w:p>",
                if index == 0 { begin.as_str() } else { "" },
                run(&plain(title.clone())),
            ));
        }
        if !lines.is_empty() {
            lines.push_str("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        }
        self.xml.replacen(CONTENTS, &lines, 1)
    }
}

/// The number of the first list with numbers: before it are those of headings and of lists with marks.
pub(super) const FIRST_LIST: usize = 3;
/// What no text can hold, since its signs are escaped.
const CONTENTS: &str = "<contents/>";

/// The paragraphs of a text, by its empty lines.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty())
}

fn paragraph(style: Option<&str>, runs: &[Run]) -> String {
    let style =
        style.map(|style| format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")).unwrap_or_default();
    let runs: String = runs.iter().map(run).collect();
    format!("<w:p>{style}{runs}</w:p>")
}

fn run(run: &Run) -> String {
    let style =
        run.style.map(|style| format!("<w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr>")).unwrap_or_default();
    let lines: Vec<String> = run
        .text
        .split('\n')
        .map(|line| {
            let words: Vec<String> = line
                .split('\t')
                .map(|text| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(text)))
                .collect();
            words.join("<w:tab/>")
        })
        .collect();
    format!("<w:r>{style}{}</w:r>", lines.join("<w:br/>"))
}

/// Text as XML can hold it: its signs escaped, and without the characters that XML 1.0 has no place for.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        let mut body = Body::default();
        body.para(&[plain("</w:t><w:evil/>&\u{0}\u{b}\u{fffe}<contents/>")]);
        let xml = body.into_xml(2);
        assert!(xml.contains("&lt;/w:t&gt;&lt;w:evil/&gt;&amp;&lt;contents/&gt;"), "{xml}");
        assert!(!xml.contains("<w:evil/>"));
    }

    #[test]
    fn lines_and_tabs_are_kept() {
        assert!(run(&plain("a\nb\tc")).contains("a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:tab/>"));
        assert_eq!(parts("a\nb\n\n\n c \n\n").collect::<Vec<_>>(), ["a\nb", "c"]);
    }

    #[test]
    fn the_contents_name_each_heading_once() {
        let mut body = Body::default();
        body.contents();
        body.heading(1, "One & only");
        body.heading(2, "Below");
        let xml = body.into_xml(2);
        assert_eq!(xml.matches("w:anchor=\"_Toc").count(), 2);
        assert_eq!(xml.matches("One &amp; only").count(), 2);
        assert_eq!(xml.matches("fldCharType=\"begin\"").count(), xml.matches("fldCharType=\"end\"").count());
    }
}

//! The parts of a Word file around its text (ECMA-376): styles, numbering, header, footer, and the package that holds them.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::body::{FIRST_LIST, escaped, picture};
use crate::look::Points;
use crate::render::RenderError;

/// What a package says of its document.
pub(super) struct About<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// Who makes it.
    pub(super) author: &'a str,
    /// When it is made, RFC 3339 to the second, in UTC.
    pub(super) made: &'a str,
    /// The language of its texts, as Word names them: `de-DE`.
    pub(super) language: &'a str,
    /// Left and right of each page's header.
    pub(super) header: (&'a str, &'a str),
    /// The mark of a draft, where it is one, and what is written across its pages.
    pub(super) draft: Option<&'a str>,
    pub(super) watermark: Option<&'a str>,
    /// How its first page and its headings look.
    pub(super) layout: Layout,
    /// How many lists with numbers are in it.
    pub(super) lists: usize,
    /// What the documents look like: the accent, six hexadecimal digits; the logo as points; what stands below each footer.
    pub(super) accent: &'a str,
    pub(super) logo: Option<&'a Points>,
    pub(super) below: Option<&'a str>,
    /// Left of each page's footer, and the words around its page number: before it, between it and their number, after.
    pub(super) footer: (&'a str, [&'a str; 3]),
}

/// How the first page and the headings of a document look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// A cover, and numbered headings.
    Report,
    /// A head, and headings without numbers.
    Sheet,
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The box that the logo fits into in a header, in millimetres.
const HEAD_LOGO: (u64, u64) = (30, 6);
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The file: the same text and particulars give the same bytes.
pub(super) fn packed(about: &About<'_>, body: &str) -> Result<Vec<u8>, RenderError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let parts = [
        ("[Content_Types].xml", content_types(about)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(about)),
        ("word/_rels/document.xml.rels", document_relations(about)),
        ("word/document.xml", document(body, about)),
        ("word/styles.xml", styles(about.language, about.accent, about.layout)),
        ("word/numbering.xml", numbering(about)),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header(about)),
        ("word/footer1.xml", footer(about)),
    ];
    for (name, text) in parts {
        let written = zip.start_file(name, options).map_err(|error| error.to_string());
        written
            .and_then(|()| zip.write_all(text.as_bytes()).map_err(|error| error.to_string()))
            .map_err(packing)?;
    }
    if about.has_first_header() {
        let text = first_header(about);
        let written = zip.start_file("word/header2.xml", options).map_err(|error| error.to_string());
        written
            .and_then(|()| zip.write_all(text.as_bytes()).map_err(|error| error.to_string()))
            .map_err(packing)?;
    }
    if let Some(logo) = about.logo {
        let relation = relations(&[(&format!("{DOCUMENT}/image"), &format!("media/logo.{}", logo.ending))]);
        for (name, bytes) in [
            (format!("word/media/logo.{}", logo.ending), logo.bytes.as_slice()),
            ("word/_rels/header1.xml.rels".to_owned(), relation.as_bytes()),
        ] {
            let written = zip.start_file(name, options).map_err(|error| error.to_string());
            written
                .and_then(|()| zip.write_all(bytes).map_err(|error| error.to_string()))
                .map_err(packing)?;
        }
    }
    Ok(zip.finish().map_err(|error| packing(error.to_string()))?.into_inner())
}

impl About<'_> {
    /// A first page without a header of its own has no place for what is written across it.
    const fn has_first_header(&self) -> bool {
        self.watermark.is_some()
    }
}

fn packing(what: String) -> RenderError {
    RenderError::Packing { what }
}

fn content_types(about: &About<'_>) -> String {
    let image =
        about.logo.map(|logo| format!("<Default Extension=\"{0}\" ContentType=\"image/{0}\"/>", logo.ending));
    let part = |name: &str, kind: &str| {
        format!("<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>")
    };
    let word = |name: &str, kind: &str| {
        part(&format!("word/{name}.xml"), &format!("officedocument.wordprocessingml.{kind}"))
    };
    format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}{}{}{}{}</Types>",
        image.unwrap_or_default(),
        word("document", "document.main"),
        word("styles", "styles"),
        word("numbering", "numbering"),
        word("settings", "settings"),
        word("header1", "header"),
        if about.has_first_header() { word("header2", "header") } else { String::new() },
        word("footer1", "footer"),
        part("docProps/core.xml", "package.core-properties"),
    )
}

fn relations(all: &[(&str, &str)]) -> String {
    // An id stands for each place in the list; one without a target is left out.
    let one = |(index, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", index + 1)
    };
    let all: String = all.iter().enumerate().filter(|(_, (_, target))| !target.is_empty()).map(one).collect();
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

fn package_relations() -> String {
    relations(&[
        (&format!("{DOCUMENT}/officeDocument"), "word/document.xml"),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        ),
    ])
}

/// Header and footer are the fourth and the fifth, the logo is the sixth, the header of the first page the seventh.
fn document_relations(about: &About<'_>) -> String {
    let kind = |name: &str| format!("{DOCUMENT}/{name}");
    let mut all = vec![
        (kind("styles"), "styles.xml".to_owned()),
        (kind("numbering"), "numbering.xml".to_owned()),
        (kind("settings"), "settings.xml".to_owned()),
        (kind("header"), "header1.xml".to_owned()),
        (kind("footer"), "footer1.xml".to_owned()),
    ];
    all.push((
        kind("image"),
        about.logo.map(|logo| format!("media/logo.{}", logo.ending)).unwrap_or_default(),
    ));
    all.push((
        kind("header"),
        if about.has_first_header() { "header2.xml".to_owned() } else { String::new() },
    ));
    let all: Vec<(&str, &str)> = all.iter().map(|(kind, target)| (kind.as_str(), target.as_str())).collect();
    relations(&all)
}

fn core(about: &About<'_>) -> String {
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:modified></cp:coreProperties>",
        escaped(about.title),
        escaped(about.author),
        about.language,
        made = about.made,
    )
}

fn document(body: &str, about: &About<'_>) -> String {
    let first =
        if about.has_first_header() { "<w:headerReference w:type=\"first\" r:id=\"rId7\"/>" } else { "" };
    // A sheet has its foot on the first page too, and no header there, since its head says the same.
    let foot = match about.layout {
        Layout::Report => "",
        Layout::Sheet => "<w:footerReference w:type=\"first\" r:id=\"rId5\"/>",
    };
    // A4, and the margins of the PDF, in twentieths of a point.
    format!(
        "{XML}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><w:body>{body}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"rId4\"/>{first}{foot}<w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1700\" w:right=\"1417\" w:bottom=\"1530\" w:left=\"1587\" \
         w:header=\"850\" w:footer=\"680\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    )
}

fn settings() -> String {
    // Whoever opens the file is asked whether the table of contents is to be filled in.
    format!(
        "{XML}<w:settings xmlns:w=\"{MAIN}\"><w:updateFields w:val=\"true\"/><w:defaultTabStop w:val=\"709\"/></w:settings>"
    )
}

/// The numbers of headings and lists, and the marks of lists.
fn numbering(about: &About<'_>) -> String {
    let level = |index: usize, format: &str, text: &str, style: &str, left: usize| {
        format!(
            "<w:lvl w:ilvl=\"{index}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{style}<w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{left}\"/></w:pPr></w:lvl>"
        )
    };
    let heading = |index: usize, text: &str, left: usize| {
        let style = match about.layout {
            Layout::Report => format!("<w:pStyle w:val=\"Heading{}\"/>", index + 1),
            Layout::Sheet => String::new(),
        };
        level(index, "decimal", text, &style, left)
    };
    let list = |number: usize| {
        format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            FIRST_LIST + number
        )
    };
    let lists: String = (0..about.lists).map(list).collect();
    format!(
        "{XML}<w:numbering xmlns:w=\"{MAIN}\">\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"3\"><w:multiLevelType w:val=\"singleLevel\"/>{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>{lists}</w:numbering>",
        heading(0, "%1", 567),
        heading(1, "%1.%2", 709),
        level(0, "bullet", "–", "", 340),
        level(0, "decimal", "%1.", "", 340),
    )
}

fn header(about: &About<'_>) -> String {
    let (left, right) = about.header;
    let draft = about.draft.map(|draft| {
        format!(
            "<w:r><w:rPr><w:rStyle w:val=\"Grave\"/></w:rPr><w:t xml:space=\"preserve\"> · {}</w:t></w:r>",
            escaped(draft)
        )
    });
    format!(
        "{XML}<w:hdr xmlns:w=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"{DRAWN}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}{}<w:r><w:t xml:space=\"preserve\">{}{}</w:t></w:r>{}\
         <w:r><w:tab/></w:r><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>",
        about.watermark.map(across).unwrap_or_default(),
        about.logo.map(|logo| picture(logo, "rId1", about.author, HEAD_LOGO)).unwrap_or_default(),
        if about.logo.is_some() { "  " } else { "" },
        escaped(left),
        draft.unwrap_or_default(),
        escaped(right),
    )
}

/// The header of a first page: nothing but what is written across it.
fn first_header(about: &About<'_>) -> String {
    format!(
        "{XML}<w:hdr xmlns:w=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"{DRAWN}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p></w:hdr>",
        about.watermark.map(across).unwrap_or_default(),
    )
}

/// The names of what is drawn in a header.
const DRAWN: &str =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

/// A word across the page, as Word and LibreOffice know a watermark.
fn across(word: &str) -> String {
    format!(
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" \
         path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/>\
         <v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/>\
         <v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>\
         <v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" \
         o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/>\
         <o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype><v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" \
         type=\"#_x0000_t136\" style=\"position:absolute;margin-left:0;margin-top:0;width:440pt;height:130pt;rotation:315;z-index:-251658752;\
         mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
         mso-position-vertical-relative:margin\" o:allowincell=\"f\" fillcolor=\"#e3e6e9\" stroked=\"f\"><v:textpath \
         style=\"font-family:&quot;Cambria&quot;;font-size:1pt\" string=\"{}\"/></v:shape></w:pict></w:r>",
        escaped(word)
    )
}

fn footer(about: &About<'_>) -> String {
    let (left, [before, between, after]) = about.footer;
    let below = about.below.map(|below| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
            escaped(below)
        )
    });
    let below = below.unwrap_or_default();
    let text = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    format!(
        "{XML}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}{}</w:p>{below}</w:ftr>",
        text(left),
        text(before),
        field("PAGE"),
        text(between),
        field("NUMPAGES"),
        text(after),
    )
}

/// The styles: everything that is seen is one of them, so that an organization changes the look in one place.
fn styles(language: &str, accent: &str, layout: Layout) -> String {
    let is_report = layout == Layout::Report;
    // What a cover has above its title and below it, and the sizes of the titles, in half points.
    let (above, below, title_size, about_size, heading_sizes) =
        if is_report { (2_800, 2_400, 58, 34, [40, 26]) } else { (360, 240, 40, 24, [28, 22]) };
    let style = |kind: &str, id: &str, name: &str, rest: &str| {
        format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>")
    };
    let paragraph = |id: &str, name: &str, rest: &str| {
        style("paragraph", id, name, &format!("<w:basedOn w:val=\"Normal\"/><w:qFormat/>{rest}"))
    };
    let character = |id: &str, rest: &str| style("character", id, id, &format!("<w:rPr>{rest}</w:rPr>"));
    let colour = |hex: &str| format!("<w:color w:val=\"{hex}\"/>");
    let sized =
        |half_points: u32| format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
    let spaced = |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let heading = |number: usize, before: u32, size: u32| {
        paragraph(
            &format!("Heading{number}"),
            &format!("heading {number}"),
            &format!(
                "<w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:keepLines/>{}{}<w:outlineLvl w:val=\"{}\"/></w:pPr><w:rPr>{}{}</w:rPr>",
                if is_report {
                    format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"1\"/></w:numPr>", number - 1)
                } else {
                    String::new()
                },
                spaced(before, 160),
                number - 1,
                if is_report { "" } else { "<w:b/>" },
                sized(size),
            ),
        )
    };
    let contents = |number: u32, left: u32| {
        paragraph(
            &format!("TOC{number}"),
            &format!("toc {number}"),
            &format!(
                "<w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8900\"/></w:tabs><w:spacing w:after=\"60\"/>\
                 <w:ind w:left=\"{left}\"/></w:pPr>"
            ),
        )
    };
    let edge = "<w:tabs><w:tab w:val=\"right\" w:pos=\"8902\"/></w:tabs>";
    let small = format!("<w:rPr>{}{}</w:rPr>", colour("5B6670"), sized(17));
    let line = |name: &str, size: u32, hex: &str| {
        format!("<w:{name} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{hex}\"/>")
    };
    let table = format!(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"Sheet\"><w:name w:val=\"Sheet\"/><w:qFormat/><w:pPr><w:spacing w:before=\"40\" \
         w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr>{}</w:rPr><w:tblPr><w:tblBorders>{}{}{}</w:tblBorders><w:tblCellMar>\
         <w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\">\
         <w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>{}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>",
        sized(18),
        line("top", 8, "1B2126"),
        line("bottom", 4, "C9CFD4"),
        line("insideH", 4, "C9CFD4"),
        line("bottom", 6, "1B2126"),
    );
    [
        format!(
            "{XML}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Cambria\" w:hAnsi=\"Cambria\" \
             w:eastAsia=\"Cambria\" w:cs=\"Times New Roman\"/>{}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr>\
             </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
            sized(21)
        ),
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>".to_owned(),
        heading(1, if is_report { 480 } else { 360 }, heading_sizes[0]),
        heading(2, if is_report { 320 } else { 240 }, heading_sizes[1]),
        paragraph("Title", "Title", &format!("<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr>", spaced(if is_report { 240 } else { 60 }, if is_report { 160 } else { 80 }), sized(title_size))),
        paragraph(
            "Subtitle",
            "Subtitle",
            &format!("<w:pPr>{}</w:pPr><w:rPr>{}{}</w:rPr>", spaced(0, below), colour("5B6670"), sized(about_size)),
        ),
        paragraph(
            "Kind",
            "Kind of document",
            &format!("<w:pPr>{}</w:pPr><w:rPr><w:caps/>{}{}</w:rPr>", spaced(above, 0), colour(accent), sized(if is_report { 22 } else { 18 })),
        ),
        paragraph(
            "Unnumbered",
            "Heading without number",
            &format!("<w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>{}</w:pPr><w:rPr><w:b/>{}</w:rPr>", spaced(320, 140), sized(26)),
        ),
        paragraph(
            "Label",
            "Label",
            &format!("<w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>{}</w:pPr><w:rPr><w:b/>{}{}</w:rPr>", spaced(160, 40), colour("5B6670"), sized(18)),
        ),
        paragraph(
            "Item",
            "List item",
            "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr><w:spacing w:after=\"60\"/></w:pPr>",
        ),
        paragraph(
            "Notice",
            "Notice",
            &format!(
                "<w:pPr><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"{accent}\"/></w:pBdr><w:shd w:val=\"clear\" \
                 w:color=\"auto\" w:fill=\"F3F5F6\"/><w:ind w:left=\"170\"/></w:pPr>"
            ),
        ),
        paragraph(
            "SignLine",
            "Line to be signed",
            &format!(
                "<w:pPr><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"1B2126\"/></w:pBdr>{}<w:ind \
                 w:right=\"400\"/></w:pPr><w:rPr>{}{}</w:rPr>",
                spaced(1_100, 0),
                colour("5B6670"),
                sized(17),
            ),
        ),
        contents(1, 0),
        contents(2, 300),
        paragraph("Header", "header", &format!("<w:pPr>{edge}<w:spacing w:after=\"0\"/></w:pPr>{small}")),
        paragraph("Footer", "footer", &format!("<w:pPr>{edge}<w:spacing w:after=\"0\"/></w:pPr>{small}")),
        character("Strong", "<w:b/>"),
        character("Quiet", &colour("5B6670")),
        character("Grave", &format!("<w:b/>{}", colour("9B1C1C"))),
        character("Mono", &format!("<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/>{}", sized(16))),
        table,
        "</w:styles>".to_owned(),
    ]
    .concat()
}

//! Whether a file can stand as a logo in documents: what picture it is, how large, and that it is nothing but a picture.
//!
//! A drawing is read element by element against a list of what draws; whatever else stands in it, it is refused and named.

use quick_xml::events::{BytesStart, Event};
use serde::{Deserialize, Serialize};

use crate::unreadable::one_line;
use crate::xml::Xml;
use crate::{Limits, Unreadable};

/// What draws in SVG, by local name. No text: it looks different wherever another font is at hand.
const DRAWS: [&str; 23] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "use",
    "symbol",
    "title",
    "desc",
    "style",
    "switch",
];
/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";
/// The signature of PNG.
const PNG: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// What the file of a logo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// SVG.
    Svg,
}

/// A logo that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// What it is.
    pub kind: LogoKind,
    /// Its width, in pixels or units of the drawing, rounded up.
    pub width: u32,
    /// Its height, likewise.
    pub height: u32,
}

/// Why a file cannot stand as a logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoFlaw {
    /// It is neither PNG nor JPEG nor SVG.
    NoPicture,
    /// It is broken or cut off.
    Damaged,
    /// It says nowhere how large it is.
    NoSize,
    /// An element that does not draw, as `script` or `text`.
    Element(String),
    /// An attribute that runs a script, as `onload`.
    Script(String),
    /// An attribute or a style that asks for something outside the file, as `href`.
    Outside(String),
}

/// Looks at the file of a logo.
///
/// # Errors
/// [`LogoFlaw`], the first that is found.
pub fn logo(bytes: &[u8], limits: &Limits) -> Result<Logo, LogoFlaw> {
    if bytes.starts_with(&PNG) {
        return png(bytes);
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return jpeg(bytes);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| LogoFlaw::NoPicture)?;
    svg(text.trim_start_matches('\u{feff}'), limits)
}

fn made(kind: LogoKind, width: u32, height: u32) -> Result<Logo, LogoFlaw> {
    if width == 0 || height == 0 { Err(LogoFlaw::NoSize) } else { Ok(Logo { kind, width, height }) }
}

/// Four bytes at a place, as a number.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The head comes first, and the chunks follow each other to the last.
fn png(bytes: &[u8]) -> Result<Logo, LogoFlaw> {
    let size = || Some((number(bytes, 16)?, number(bytes, 20)?));
    if bytes.get(12..16) != Some(b"IHDR") {
        return Err(LogoFlaw::Damaged);
    }
    let mut at = PNG.len();
    loop {
        let length =
            number(bytes, at).and_then(|length| usize::try_from(length).ok()).ok_or(LogoFlaw::Damaged)?;
        let kind = bytes.get(at + 4..at + 8).ok_or(LogoFlaw::Damaged)?;
        // Length, kind and sum stand around the data.
        at = at.checked_add(length).and_then(|end| end.checked_add(12)).ok_or(LogoFlaw::Damaged)?;
        if at > bytes.len() {
            return Err(LogoFlaw::Damaged);
        }
        if kind == b"IEND" {
            break;
        }
    }
    let (width, height) = size().ok_or(LogoFlaw::Damaged)?;
    made(LogoKind::Png, width, height)
}

/// The segments up to the frame, which says how large the picture is.
fn jpeg(bytes: &[u8]) -> Result<Logo, LogoFlaw> {
    let mut at = 2;
    loop {
        let [mark, kind] =
            bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).ok_or(LogoFlaw::Damaged)?;
        if mark != 0xff {
            return Err(LogoFlaw::Damaged);
        }
        // Marks may be led by any number of fill bytes.
        if kind == 0xff {
            at += 1;
            continue;
        }
        let half = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
        let length = half(at + 2).filter(|length| *length >= 2).ok_or(LogoFlaw::Damaged)?;
        // Frames are C0 to CF but for three that hold tables.
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            let (height, width) = half(at + 5).zip(half(at + 7)).ok_or(LogoFlaw::Damaged)?;
            return made(LogoKind::Jpeg, width.into(), height.into());
        }
        if kind == 0xda || kind == 0xd9 {
            return Err(LogoFlaw::NoSize);
        }
        at += 2 + usize::from(length);
    }
}

fn svg(text: &str, limits: &Limits) -> Result<Logo, LogoFlaw> {
    let mut xml = Xml::new(text, "logo", limits);
    let (mut size, mut in_style) = (None, false);
    loop {
        let event = match xml.next() {
            Ok(Some(event)) => event,
            Ok(None) => break,
            Err(Unreadable::Entities { .. }) => return Err(LogoFlaw::Outside("DOCTYPE".to_owned())),
            // What is no XML at all is no picture; what begins as a drawing and breaks off is a broken one.
            Err(_) if size.is_none() => return Err(LogoFlaw::NoPicture),
            Err(_) => return Err(LogoFlaw::Damaged),
        };
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.local_name().as_ref().to_owned();
                if size.is_none() {
                    if name != "svg" {
                        return Err(LogoFlaw::NoPicture);
                    }
                    size = Some(root(&element)?);
                }
                if !DRAWS.contains(&name.as_str()) {
                    return Err(LogoFlaw::Element(one_line(&name)));
                }
                attributes(&element)?;
                in_style = name == "style";
            }
            Event::End(_) => in_style = false,
            Event::Text(text) if in_style => style(&text, "style")?,
            Event::CData(text) if in_style => style(&text, "style")?,
            // An instruction may name a style sheet.
            Event::PI(_) => return Err(LogoFlaw::Outside("?".to_owned())),
            _ => {}
        }
    }
    let (width, height) = size.ok_or(LogoFlaw::NoPicture)?;
    made(LogoKind::Svg, width, height)
}

/// The size of the drawing, by its root.
fn root(element: &BytesStart<'_>) -> Result<(u32, u32), LogoFlaw> {
    if value(element, "xmlns").as_deref() != Some(SVG) {
        return Err(LogoFlaw::NoPicture);
    }
    let side = |name: &str| value(element, name).and_then(|text| length(&text));
    if let (Some(width), Some(height)) = (side("width"), side("height")) {
        return Ok((width, height));
    }
    let view = value(element, "viewBox").ok_or(LogoFlaw::NoSize)?;
    let parts: Vec<&str> = view.split([' ', ',', '\t', '\n']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [_, _, width, height] => length(width).zip(length(height)).ok_or(LogoFlaw::NoSize),
        _ => Err(LogoFlaw::NoSize),
    }
}

/// A length in units of the drawing, rounded up; a share of something else is none.
fn length(text: &str) -> Option<u32> {
    let number = text.trim();
    let number = ["px", "pt", "mm"].iter().find_map(|unit| number.strip_suffix(unit)).unwrap_or(number);
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let up = u32::from(rest.bytes().any(|byte| byte != b'0'));
    whole.parse::<u32>().ok()?.checked_add(up)
}

/// The value of an attribute by its whole name.
fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.as_ref().to_owned())
}

fn attributes(element: &BytesStart<'_>) -> Result<(), LogoFlaw> {
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| LogoFlaw::Damaged)?;
        let key = attribute.key.as_ref().to_owned();
        let name = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let text = attribute.value.as_ref().to_owned();
        // What a reference stands for may be any sign, and none is needed in what draws.
        if text.contains("&#") {
            return Err(LogoFlaw::Outside(one_line(&key)));
        }
        if name.starts_with("on") {
            return Err(LogoFlaw::Script(one_line(&key)));
        }
        if matches!(name.as_str(), "href" | "src") && !text.trim_start().starts_with('#') {
            return Err(LogoFlaw::Outside(one_line(&key)));
        }
        // Names of namespaces are addresses that nobody asks.
        if !key.starts_with("xmlns") {
            style(&text, &key)?;
        }
    }
    Ok(())
}

/// A style, or a value that may refer to something: only to what is in the file.
fn style(text: &str, at: &str) -> Result<(), LogoFlaw> {
    let plain: String =
        text.chars().filter(|sign| !sign.is_whitespace() && *sign != '"' && *sign != '\'').collect();
    let plain = plain.to_ascii_lowercase();
    let outside = plain.split("url(").skip(1).any(|rest| !rest.starts_with('#'))
        || plain.contains("@import")
        || plain.contains("javascript:")
        || plain.contains('\\');
    if outside { Err(LogoFlaw::Outside(one_line(at))) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(bytes: &[u8]) -> Result<Logo, LogoFlaw> {
        logo(bytes, &Limits::default())
    }

    fn drawing(attributes: &str, inside: &str) -> Result<Logo, LogoFlaw> {
        look(format!("<svg xmlns=\"{SVG}\" viewBox=\"0 0 40 10.5\" {attributes}>{inside}</svg>").as_bytes())
    }

    /// A PNG of one chunk after its head, as far as its outside goes.
    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = PNG.to_vec();
        let head = [width.to_be_bytes(), height.to_be_bytes()].concat();
        for (kind, data) in [(b"IHDR", [head.as_slice(), &[8, 6, 0, 0, 0]].concat()), (b"IEND", Vec::new())] {
            bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            bytes.extend(kind);
            bytes.extend(data);
            bytes.extend([0; 4]);
        }
        bytes
    }

    #[test]
    fn pictures_say_what_they_are_and_how_large() {
        let seen = |kind, width, height| Ok(Logo { kind, width, height });
        assert_eq!(look(&png_of(400, 100)), seen(LogoKind::Png, 400, 100));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 100, 1, 0x90, 3];
        assert_eq!(look(&jpeg), seen(LogoKind::Jpeg, 400, 100));
        assert_eq!(drawing("", "<path d=\"M0 0h4\" fill=\"url(#a)\"/>"), seen(LogoKind::Svg, 40, 11));
        assert_eq!(drawing("width=\"80px\" height=\"20\"", ""), seen(LogoKind::Svg, 80, 20));
        let style = "<style>.a{fill:url( '#g' )}</style><use href=\"#b\"/><use xlink:href=\"#b\"/>";
        assert_eq!(
            drawing("xmlns:xlink=\"http://www.w3.org/1999/xlink\"", style),
            seen(LogoKind::Svg, 40, 11)
        );
    }

    #[test]
    fn what_is_no_picture_or_a_broken_one_is_told_apart() {
        for no_picture in [&b"GIF89a"[..], b"", b"hello", b"<html/>", b"\xff\xfe", b"<svg/>"] {
            assert_eq!(look(no_picture), Err(LogoFlaw::NoPicture), "{no_picture:?}");
        }
        let png = png_of(400, 100);
        for length in PNG.len()..png.len() {
            assert_eq!(look(png.get(..length).unwrap()), Err(LogoFlaw::Damaged), "{length}");
        }
        assert_eq!(look(&png_of(0, 100)), Err(LogoFlaw::NoSize));
        assert_eq!(look(&[0xff, 0xd8, 0xff, 0xda, 0, 4]), Err(LogoFlaw::NoSize));
        let unsized_one = format!("<svg xmlns=\"{SVG}\" width=\"100%\"/>");
        assert_eq!(look(unsized_one.as_bytes()), Err(LogoFlaw::NoSize));
        assert_eq!(drawing("", "<g></path>"), Err(LogoFlaw::Damaged));
    }

    #[test]
    fn a_drawing_runs_nothing_and_asks_for_nothing() {
        let element = |name: &str| Err(LogoFlaw::Element(name.to_owned()));
        assert_eq!(drawing("", "<script>x</script>"), element("script"));
        assert_eq!(drawing("", "<foreignObject/>"), element("foreignObject"));
        assert_eq!(drawing("", "<image href=\"#a\"/>"), element("image"));
        assert_eq!(drawing("", "<text>Name</text>"), element("text"));
        assert_eq!(drawing("", "<animate/>"), element("animate"));
        let script = |name: &str| Err(LogoFlaw::Script(name.to_owned()));
        assert_eq!(drawing("onload=\"x\"", ""), script("onload"));
        assert_eq!(drawing("", "<g OnClick=\"x\"/>"), script("OnClick"));
        let outside = |name: &str| Err(LogoFlaw::Outside(name.to_owned()));
        assert_eq!(drawing("", "<use href=\"https://example.org/x.svg#a\"/>"), outside("href"));
        assert_eq!(drawing("", "<use xlink:href=\"data:image/svg+xml;base64,x\"/>"), outside("xlink:href"));
        assert_eq!(drawing("", "<g fill=\"url( https://example.org/x )\"/>"), outside("fill"));
        assert_eq!(drawing("", "<g style=\"fill:u&#x72;l(//x)\"/>"), outside("style"));
        assert_eq!(drawing("", "<style>@import 'x'</style>"), outside("style"));
        assert_eq!(drawing("", "<style><![CDATA[a{fill:ur\\6c(//x)}]]></style>"), outside("style"));
        let entities =
            format!("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"{SVG}\" viewBox=\"0 0 4 4\"/>");
        assert_eq!(look(entities.as_bytes()), outside("DOCTYPE"));
        let sheet = format!("<?xml-stylesheet href=\"x\"?><svg xmlns=\"{SVG}\" viewBox=\"0 0 4 4\"/>");
        assert_eq!(look(sheet.as_bytes()), outside("?"));
    }
}

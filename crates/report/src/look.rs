//! What the documents of an organization look like, beside what they say: its logo, its accent colour, its address and a footer.
//!
//! None of it is part of the content that is approved; the same content in another look has the same digest.

use std::fmt;

use assize_domain::auditee::{Letterhead, LogoMedia};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use serde_json::{Value, json};

use crate::render::{Job, Marking, RenderContext, RenderError, context_of, set};
use crate::words::Tongue;

/// The longest side of a drawing where it has to be made a picture of points, in pixels.
const PIXELS_MAX: f32 = 1_200.0;

/// A letterhead with the file of its logo.
#[derive(Clone, PartialEq, Eq)]
pub struct Look {
    /// The letterhead.
    pub letterhead: Letterhead,
    /// The bytes of the logo; empty where it has none.
    pub logo: Vec<u8>,
}

impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Look")
            .field("letterhead", &self.letterhead)
            .field("logo_bytes", &self.logo.len())
            .finish()
    }
}

impl Look {
    /// The name of the logo's file in a document; none where there is no logo.
    pub(crate) fn logo_name(&self) -> Option<&'static str> {
        let logo = self.letterhead.logo.as_ref().filter(|_| !self.logo.is_empty())?;
        Some(match logo.media {
            LogoMedia::Png => "logo.png",
            LogoMedia::Jpeg => "logo.jpg",
            LogoMedia::Svg => "logo.svg",
        })
    }

    /// The look as templates read it.
    pub(crate) fn for_templates(look: Option<&Self>) -> Value {
        let line = |of: fn(&Letterhead) -> Option<String>| look.and_then(|look| of(&look.letterhead));
        json!({
            "logo": look.and_then(Self::logo_name).map(|name| format!("/{name}")),
            "accent": line(|letterhead| letterhead.accent.as_ref().map(ToString::to_string)),
            "address": line(|letterhead| letterhead.address.as_ref().map(ToString::to_string)),
            "footer": line(|letterhead| letterhead.footer.as_ref().map(ToString::to_string)),
        })
    }

    /// The logo as points, for documents that show no drawings: the ending of its file, its bytes, and its sides.
    pub(crate) fn points(&self) -> Option<Points> {
        let logo = self.letterhead.logo.as_ref().filter(|_| !self.logo.is_empty())?;
        let (ending, bytes) = match logo.media {
            LogoMedia::Png => ("png", self.logo.clone()),
            LogoMedia::Jpeg => ("jpeg", self.logo.clone()),
            LogoMedia::Svg => ("png", drawn(&self.logo)?),
        };
        Some(Points { ending, bytes, width: logo.width, height: logo.height })
    }
}

/// A picture of points.
pub(crate) struct Points {
    pub(crate) ending: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// A drawing as PNG; nothing where it cannot be drawn.
fn drawn(svg: &[u8]) -> Option<Vec<u8>> {
    let tree = usvg::Tree::from_data(svg, &usvg::Options::default()).ok()?;
    let size = tree.size();
    let scale = PIXELS_MAX / size.width().max(size.height());
    let side = |side: f32| (side * scale).ceil().clamp(1.0, PIXELS_MAX);
    // Both are whole and within bounds.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole numbers from 1 to 1,200"
    )]
    let (width, height) = (side(size.width()) as u32, side(size.height()) as u32);
    let mut points = Pixmap::new(width, height)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut points.as_mut());
    points.encode_png().ok()
}

/// Sets a page with nothing but the logo on it, in every way in which documents show it: whether reports can be made with it is known
/// before one has to be.
///
/// # Errors
/// [`RenderError`] where it cannot be shown.
pub fn try_look(look: &Look, context: &RenderContext) -> Result<(), RenderError> {
    let context = RenderContext { look: Some(look.clone()), marking: Marking::Final, ..context.clone() };
    let tongue = Tongue::of("en");
    set(
        &Job {
            main: "/trial.typ",
            data: json!({ "context": context_of(&context, "en", "", "Logo", "") }),
            attached: b"{}",
            beside: &[],
            ident: "logo".to_owned(),
            report: None,
            tongue,
        },
        &context,
    )?;
    match look.logo_name() {
        Some(_) if look.points().is_none() => {
            Err(RenderError::Template { what: "the drawing cannot be made a picture of points".to_owned() })
        }
        _ => Ok(()),
    }
}

//! Style, scripts and pictures of the pages, built into the binary. Their addresses hold a digest, so that a browser may keep them for ever.

use std::sync::LazyLock;

use assize_domain::kernel::entry::hex;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::pictures::{GUIDE_PICTURES, GuidePicture};
use crate::conditions::value;
use crate::problem::Fault;

struct Asset {
    name: &'static str,
    media: &'static str,
    text: fn() -> &'static str,
}

macro_rules! assets {
    ($( $name:literal = $media:literal from $( $file:literal ),+ ; )+) => {
        &[ $( Asset { name: $name, media: $media, text: || concat!($( include_str!(concat!("../../assets/", $file)) ),+) } ),+ ]
    };
}

/// Each asset that is written by hand, and the files that it is made of.
const WRITTEN: &[Asset] = assets! {
    "assize.css" = "text/css; charset=utf-8" from
        "css/base.css", "css/desk.css", "css/programmes.css", "css/fieldwork.css", "css/findings.css", "css/reports.css", "css/people.css",
        "css/library.css", "css/accounts.css";
    "assize.js" = "text/javascript; charset=utf-8" from "assize.js";
    "findings.js" = "text/javascript; charset=utf-8" from "findings.js";
    "away.js" = "text/javascript; charset=utf-8" from "away.js";
    "desk.js" = "text/javascript; charset=utf-8" from "desk.js";
    "queue.js" = "text/javascript; charset=utf-8" from "queue.js";
    "spot.js" = "text/javascript; charset=utf-8" from "spot.js";
    "sign-in.js" = "text/javascript; charset=utf-8" from "sign-in.js";
    "icon.svg" = "image/svg+xml" from "icon.svg";
};

/// The style of the pictures, which is made.
const PICTURES: Asset = Asset {
    name: "pictures.css",
    media: "text/css; charset=utf-8",
    text: || {
        static STYLE: LazyLock<String> = LazyLock::new(assize_pictures::stylesheet);
        &STYLE
    },
};

fn all() -> impl Iterator<Item = &'static Asset> {
    WRITTEN.iter().chain([&PICTURES])
}

/// The digest of all assets: one address for all, so that modules find each other beside themselves.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for asset in all() {
        hash.update((asset.text)().as_bytes());
    }
    for picture in GUIDE_PICTURES {
        hash.update(picture.bytes);
    }
    hex(&hash.finalize()).chars().take(12).collect()
});

/// `GET /desk-worker.js`: what serves papers that were open, while the server is away. It stands outside of the assets because its address says
/// which pages it may serve, and has no version because a browser asks by it whether there is a newer one. Nothing keeps it.
pub(crate) async fn desk_worker() -> Response {
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    let script = include_str!("../../assets/desk-worker.js");
    ([(header::CONTENT_TYPE, kind)], script).into_response()
}

/// The address of an asset.
pub(crate) fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// `GET /assets/{version}/{name}`. An older version gets what there is now, to be asked for again.
pub(crate) async fn serve(Path((version, name)): Path<(String, String)>) -> Response {
    let asset = all().find(|asset| asset.name == name).map(|asset| (asset.media, (asset.text)().as_bytes()));
    let picture = || GuidePicture::named(&name).map(|picture| ("image/webp", picture.bytes));
    let Some((media, bytes)) = asset.or_else(picture) else {
        return Fault::not_found("no such asset").into_response();
    };
    let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = HeaderValue::from_static(media);
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, value(keep))], bytes).into_response()
}

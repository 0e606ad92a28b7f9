//! Papers that a browser keeps for when the server cannot be reached, and the page that it shows then where it kept none.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderName;
use axum::response::Response;

use crate::app::App;
use crate::conditions::value;
use crate::web::assets;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// In an answer: a script of ours may keep the page in the browser. Whose it is, and for how many minutes.
const KEEP: HeaderName = HeaderName::from_static("assize-keep");
const MINUTE_MILLIS: i64 = 60_000;

#[derive(Template)]
#[template(path = "away.html")]
struct AwayPage {
    frame: Frame,
    words: Words,
    script: String,
}

/// `GET /away`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Response {
    let words = visitor.words.clone();
    let frame = Frame::of(&visitor, "", words.say("away"));
    kept(&app, &visitor, html(&AwayPage { frame, words, script: assets::address("away.js") }))
}

/// An answer that the browser may keep for its reader, as long as a session lasts that is not used: where they have an account, and not in the field,
/// where nothing is in the clear.
pub(super) fn kept(app: &App, visitor: &Visitor, mut response: Response) -> Response {
    if let (Some(person), None, false) = (visitor.person(), visitor.door(), visitor.in_field) {
        let minutes = app.entrance.limits.idle_millis / MINUTE_MILLIS;
        response.headers_mut().insert(KEEP, value(&format!("{person} {minutes}")));
    }
    response
}

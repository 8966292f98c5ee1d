//! The stylesheet, the scripts, the typefaces and the icon: inside the program, served under names that hold their content's hash.

use std::sync::OnceLock;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::routing::get;
use sha2::{Digest, Sha256};

/// A file served as it is. Its path changes when its bytes do, so a browser may keep it for ever.
#[derive(Debug)]
pub struct Asset {
    pub path: String,
    pub bytes: &'static [u8],
    pub content_type: &'static str,
}

/// A year, the longest that RFC 9111's readers agree on; the path changes before it matters.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const CSS: &str = include_str!("../../assets/makegood.css");
const THEIR_CSS: &str = include_str!("../../assets/theirs.css");
const REVIEW_CSS: &str = include_str!("../../assets/review.css");
const INSIDE_CSS: &str = include_str!("../../assets/inside.css");
const PAPER_CSS: &str = include_str!("../../assets/paper.css");

/// The scripts of every page, in the order in which it runs them; each does one thing and none needs another.
const SCRIPTS: &[(&str, &str)] = &[
    ("makegood", include_str!("../../assets/makegood.js")),
    ("live", include_str!("../../assets/live.js")),
    ("keys", include_str!("../../assets/keys.js")),
];
/// The scripts of pages that have something for them, in the order of [`Extra`].
const EXTRAS: [(&str, &str); 7] = [
    ("drafts", include_str!("../../assets/drafts.js")),
    ("palette", include_str!("../../assets/palette.js")),
    ("flow", include_str!("../../assets/flow.js")),
    ("verify", include_str!("../../assets/verify.js")),
    ("push", include_str!("../../assets/push.js")),
    ("review", include_str!("../../assets/review.js")),
    ("spot", include_str!("../../assets/spot.js")),
];

/// A script that only some pages run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extra {
    /// Keeps what is typed: pages with a form that is kept.
    Drafts,
    /// Finds anything: fetched by the key that opens it.
    Palette,
    /// Stages, the timer, times read back: pages of a conversation.
    Flow,
    /// Checks a record on the device of whoever has it.
    Verify,
    /// Connects a browser: the page of one's notices.
    Push,
    /// Says of a text what a colleague would, while it is typed: pages with a text to leave.
    Review,
    /// Marks a spot on a picture by a click: the form in which a cause is tried.
    Spot,
}

/// Cut from Source Sans 3 and Source Serif 4; `assets/fonts/README.md` says how. The stylesheet names each by its word in braces.
const FONTS: &[(&str, &[u8])] = &[
    ("sans", include_bytes!("../../assets/fonts/sans.woff2")),
    ("serif", include_bytes!("../../assets/fonts/serif.woff2")),
    ("sans-ext", include_bytes!("../../assets/fonts/sans-ext.woff2")),
    ("serif-ext", include_bytes!("../../assets/fonts/serif-ext.woff2")),
];
/// The faces that every page needs, fetched with the page; the others come when a letter of theirs is written.
const NEEDED_AT_ONCE: usize = 2;

pub fn style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| {
        let whole = FONTS
            .iter()
            .zip(fonts())
            .fold(CSS.to_owned(), |css, ((name, _), font)| css.replace(&format!("{{{name}}}"), &font.path));
        asset("makegood", "css", "text/css; charset=utf-8", compact_style(&whole).into_bytes().leak())
    })
}

/// What the customer's pages need, and no more.
pub fn their_style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE
        .get_or_init(|| asset("theirs", "css", "text/css; charset=utf-8", compact_style(THEIR_CSS).into_bytes().leak()))
}

/// What a page with a text to leave has besides.
pub fn review_style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| {
        asset("review", "css", "text/css; charset=utf-8", compact_style(REVIEW_CSS).into_bytes().leak())
    })
}

/// What the page of the causes and playbooks have besides.
pub fn inside_style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| {
        asset("inside", "css", "text/css; charset=utf-8", compact_style(INSIDE_CSS).into_bytes().leak())
    })
}

/// What a page with a report as on paper has besides, on the desk and on the customer's side.
pub fn paper_style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| asset("paper", "css", "text/css; charset=utf-8", compact_style(PAPER_CSS).into_bytes().leak()))
}

pub fn scripts() -> &'static [Asset] {
    static ALL: OnceLock<Vec<Asset>> = OnceLock::new();
    ALL.get_or_init(|| SCRIPTS.iter().map(|(name, text)| script(name, text)).collect())
}

pub fn extra(which: Extra) -> &'static Asset {
    &extras()[which as usize]
}

fn extras() -> &'static [Asset] {
    static ALL: OnceLock<Vec<Asset>> = OnceLock::new();
    ALL.get_or_init(|| EXTRAS.iter().map(|(name, text)| script(name, text)).collect())
}

fn script(name: &str, text: &str) -> Asset {
    asset(name, "js", "text/javascript; charset=utf-8", compact_script(text).into_bytes().leak())
}

pub fn fonts() -> &'static [Asset] {
    static ALL: OnceLock<Vec<Asset>> = OnceLock::new();
    ALL.get_or_init(|| FONTS.iter().map(|(name, bytes)| asset(name, "woff2", "font/woff2", bytes)).collect())
}

/// The typefaces to fetch before the stylesheet asks for them, so that no line is set twice.
pub fn fonts_at_once() -> &'static [Asset] {
    &fonts()[..NEEDED_AT_ONCE]
}

/// What shows notices while no page is open. Its address is where it may work, so it bears no hash and is asked for anew each time.
pub fn worker<S: Clone + Send + Sync + 'static>() -> Router<S> {
    static WORKER: OnceLock<String> = OnceLock::new();
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    let text = WORKER.get_or_init(|| compact_script(include_str!("../../assets/sw.js")));
    Router::new().route("/sw.js", get(move || async move { (headers, text.as_str()) }))
}

pub fn icon() -> &'static Asset {
    static ICON: OnceLock<Asset> = OnceLock::new();
    ICON.get_or_init(|| asset("makegood", "svg", "image/svg+xml", include_bytes!("../../assets/makegood.svg")))
}

/// The routes of all assets, to be merged into the program's own.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    [style(), their_style(), review_style(), inside_style(), paper_style(), icon()]
        .into_iter()
        .chain(scripts())
        .chain(extras())
        .chain(fonts())
        .fold(Router::new(), |router, asset| {
            let headers =
                [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, FOR_EVER), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
            router.route(&asset.path, get(move || async move { (headers, asset.bytes) }))
        })
        .merge(worker())
}

/// What a browser reads of a stylesheet: without comments and indentation. No rule of ours has either inside a string.
fn compact_style(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let whole = parts.filter_map(|part| part.split_once("*/")).fold(first, |whole, (_, rest)| whole + rest);
    lines(whole.lines())
}

/// What a browser reads of a script: without lines of comment and indentation. No string of ours goes over a line.
fn compact_script(text: &str) -> String {
    lines(text.lines().filter(|line| !line.trim_start().starts_with("//")))
}

fn lines<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let kept = all.map(str::trim).filter(|line| !line.is_empty());
    kept.fold(String::new(), |mut whole, line| {
        whole.push_str(line);
        whole.push('\n');
        whole
    })
}

fn asset(name: &str, end: &str, content_type: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = hex::encode(Sha256::digest(bytes));
    // 48 bits tell two versions of a few files apart; the whole hash would only be noise in the page.
    Asset { path: format!("/assets/{name}-{}.{end}", &hash[..12]), bytes, content_type }
}

#[cfg(test)]
mod contrast;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_is_named_after_its_content() {
        assert!(style().path.starts_with("/assets/makegood-") && style().path.ends_with(".css"));
        assert_ne!(scripts()[0].path, scripts()[1].path);
        assert_eq!(asset("makegood", "css", "text/css", b"a").path, "/assets/makegood-ca978112ca1b.css");
    }

    #[test]
    fn the_stylesheet_leads_to_every_typeface() {
        let css = std::str::from_utf8(style().bytes).unwrap();
        for font in fonts() {
            assert!(css.contains(&format!("url(\"{}\")", font.path)), "{}", font.path);
        }
        assert!(!css.contains("url(\"{"), "a typeface is named that is not there");
    }

    #[test]
    fn the_assets_stay_small_and_of_our_own_house() {
        assert!(style().bytes.len() < 38_000, "{} bytes of CSS", style().bytes.len());
        let script: usize = scripts().iter().map(|script| script.bytes.len()).sum();
        assert!(script < 26_000, "{script} bytes of script");
        for (which, limit) in [
            (Extra::Drafts, 8_000),
            (Extra::Palette, 6_000),
            (Extra::Flow, 12_000),
            (Extra::Verify, 8_000),
            (Extra::Push, 3_000),
            (Extra::Review, 6_000),
        ] {
            let size = extra(which).bytes.len();
            assert!(size < limit, "{size} bytes of script: {which:?}");
        }
        let face: usize = fonts_at_once().iter().map(|font| font.bytes.len()).sum();
        assert!(face < 36_000, "{face} bytes of typefaces on every page");
        assert!(their_style().bytes.len() < 8_000, "{} bytes of CSS for the customer", their_style().bytes.len());
        for asset in [style(), their_style(), icon()].into_iter().chain(scripts()).chain(extras()) {
            let text = std::str::from_utf8(asset.bytes).unwrap().replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("@import"), "{}", asset.path);
        }
    }

    #[test]
    fn what_is_served_has_no_comments_and_means_the_same() {
        assert_eq!(compact_style("/* a */\n  b { c: d; } /* e */\n\n  f { g: h; }\n"), "b { c: d; }\nf { g: h; }\n");
        assert_eq!(compact_script("// a\n  b(); // c\n\n    // d\n  e();\n"), "b(); // c\ne();\n");
        for (name, text) in SCRIPTS.iter().chain(&EXTRAS) {
            for line in text.lines() {
                assert!(line.matches('`').count().is_multiple_of(2), "{name}: a string goes over a line: {line}");
            }
        }
    }

    /// Right-to-left languages turn a page round; a rule that says left or right would stay behind.
    #[test]
    fn the_stylesheet_knows_no_left_and_no_right() {
        for word in ["left", "right"] {
            for (n, line) in CSS
                .lines()
                .chain(REVIEW_CSS.lines())
                .chain(INSIDE_CSS.lines())
                .chain(PAPER_CSS.lines())
                .enumerate()
                .filter(|(_, line)| !line.trim_start().starts_with("/*"))
            {
                let said = line.replace("safe", "").contains(&format!("{word}:")) || line.contains(&format!("-{word}"));
                assert!(!said, "line {}: {line}", n + 1);
            }
        }
    }
}

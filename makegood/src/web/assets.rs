//! The stylesheet, the scripts and the icon: inside the program, served under a name that holds their content's hash.

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

pub fn style() -> &'static Asset {
    static STYLE: OnceLock<Asset> = OnceLock::new();
    STYLE.get_or_init(|| asset("css", "text/css; charset=utf-8", include_bytes!("../../assets/makegood.css")))
}

/// One file for each story, in the order in which they run.
pub fn scripts() -> &'static [Asset] {
    static SCRIPTS: OnceLock<[Asset; 2]> = OnceLock::new();
    SCRIPTS.get_or_init(|| {
        let script = |bytes| asset("js", "text/javascript; charset=utf-8", bytes);
        [script(include_bytes!("../../assets/makegood.js")), script(include_bytes!("../../assets/live.js"))]
    })
}

pub fn icon() -> &'static Asset {
    static ICON: OnceLock<Asset> = OnceLock::new();
    ICON.get_or_init(|| asset("svg", "image/svg+xml", include_bytes!("../../assets/makegood.svg")))
}

/// The routes of all assets, to be merged into the program's own.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    scripts().iter().chain([style(), icon()]).fold(Router::new(), |router, asset| {
        let headers =
            [(CONTENT_TYPE, asset.content_type), (CACHE_CONTROL, FOR_EVER), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
        router.route(&asset.path, get(move || async move { (headers, asset.bytes) }))
    })
}

fn asset(end: &str, content_type: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = hex::encode(Sha256::digest(bytes));
    // 48 bits tell two versions of three files apart; the whole hash would only be noise in the page.
    Asset { path: format!("/assets/makegood-{}.{end}", &hash[..12]), bytes, content_type }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn an_asset_is_named_after_its_content() {
        assert!(style().path.starts_with("/assets/makegood-") && style().path.ends_with(".css"));
        let paths: HashSet<&str> = scripts().iter().map(|script| script.path.as_str()).collect();
        assert_eq!(paths.len(), scripts().len());
        assert_eq!(asset("css", "text/css", b"a").path, "/assets/makegood-ca978112ca1b.css");
    }

    #[test]
    fn the_stylesheet_and_the_script_stay_small_and_of_our_own_house() {
        assert!(style().bytes.len() < 25_000, "{} bytes of CSS", style().bytes.len());
        let together: usize = scripts().iter().map(|script| script.bytes.len()).sum();
        assert!(together < 32_000, "{together} bytes of script");
        for asset in scripts().iter().chain([style(), icon()]) {
            let text = std::str::from_utf8(asset.bytes).unwrap().replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("@import"), "{}", asset.path);
        }
    }
}

//! `cargo xtask screens`: pictures of every page in both schemes at 1280 and 360 px, and the best of them for the documentation.
use clap::Args;
use std::path::PathBuf;
use std::process::Command;

#[derive(Args)]
pub struct Screens {
    /// Where the pictures of every page go.
    #[arg(long, default_value = "target/screens")]
    into: PathBuf,
    /// Only the best, for `docs/screens/`.
    #[arg(long)]
    best: bool,
}

/// The browser stories know every page, sign in, and stop the clock; this asks them for pictures.
///
/// # Errors
/// When there is no browser, or a page does not come.
pub fn run(asked: &Screens) -> anyhow::Result<()> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let (into, best) = (root.join(&asked.into), root.join("docs/screens"));
    let mut stories = vec![("the_best_screens_are_taken", "MAKEGOOD_BROWSER_BEST", &best)];
    if !asked.best {
        stories.push(("screens::screens_are_taken", "MAKEGOOD_BROWSER_SCREENS", &into));
    }
    for (story, variable, folder) in stories {
        let done = Command::new(env!("CARGO"))
            .current_dir(&root)
            .env("MAKEGOOD_BROWSER", "required")
            .env(variable, folder)
            .args(["test", "-q", "-p", "makegood", "--test", "in_browser", story])
            .status()?;
        anyhow::ensure!(done.success(), "the pictures were not taken: {story}");
        println!("{}", folder.display());
    }
    Ok(())
}

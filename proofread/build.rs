//! Finds the packs as they lie in `packs/<language>/`, so that a new file, or a new language, needs no line of Rust.
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that reads a text without a pack of its own; it stands first.
const FIRST: &str = "en";
/// Its months and greetings are what the other files are read with.
const GRAMMAR: &str = "grammar.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let packs = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("packs");
    println!("cargo::rerun-if-changed={}", packs.display());
    let mut languages = within(&packs, |path| path.is_dir())?;
    languages.sort_by_key(|path| (name(path) != FIRST, name(path)));
    let mut found = String::from("const SHIPPED: &[&[Source]] = &[\n");
    for language in languages {
        println!("cargo::rerun-if-changed={}", language.display());
        let mut files = within(&language, |path| path.extension().is_some_and(|e| e == "toml"))?;
        files.sort_by_key(|path| (name(path) != GRAMMAR, name(path)));
        found.push_str("    &[\n");
        for file in files {
            println!("cargo::rerun-if-changed={}", file.display());
            let called = format!("{}/{}", name(&language), name(&file));
            writeln!(
                found,
                "        Source {{ name: {called:?}, text: include_str!({:?}) }},",
                file.display().to_string()
            )?;
        }
        found.push_str("    ],\n");
    }
    found.push_str("];\n");
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("packs.rs"), found)?)
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn within(dir: &Path, is_one: impl Fn(&PathBuf) -> bool) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found: Vec<PathBuf> = fs::read_dir(dir)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    found.retain(is_one);
    Ok(found)
}

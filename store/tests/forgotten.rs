//! Every public function of `store` is called by a test, and the tests run on both databases; one that is forgotten fails here.

use std::fs;
use std::path::{Path, PathBuf};

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = vec![];
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("readable").replace("\r\n", "\n")
}

/// The names of public functions and methods, of modules that are public.
fn public_functions(source: &str) -> Vec<String> {
    source
        .lines()
        .map(str::trim_start)
        .filter_map(|line| line.strip_prefix("pub fn ").or_else(|| line.strip_prefix("pub async fn ")))
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

/// Whether `name(` stands somewhere, or `module::name` is handed on; a definition of that name does not count.
fn calls(source: &str, name: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(name).any(|(at, _)| {
        let (before, after) = (&source[..at], &source[at + name.len()..]);
        let is_part = before.ends_with(is_name) || after.starts_with(is_name) || before.ends_with("fn ");
        !is_part && (after.starts_with('(') || after.starts_with("::<") || before.ends_with("::"))
    })
}

#[test]
fn every_public_function_is_called_by_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests: String = rust_files(&root.join("tests")).iter().map(|f| text(f)).collect();
    let lib = text(&root.join("src/lib.rs"));
    let mut forgotten = vec![];
    for file in rust_files(&root.join("src")) {
        let source = text(&file);
        let module = file.strip_prefix(root.join("src")).expect("below").with_extension("");
        let module = module.to_string_lossy().replace('\\', "/");
        let outermost = module.split('/').next().unwrap_or_default();
        if !lib.contains(&format!("pub mod {outermost};")) {
            continue;
        }
        let (code, own_tests) = source.split_once("#[cfg(test)]").unwrap_or((&source, ""));
        for name in public_functions(code) {
            let leaf = module.rsplit('/').next().unwrap_or_default();
            // A free function of a common name, such as `by_id`, counts only with its module before it.
            let is_free = code.lines().any(|line| line.starts_with(&format!("pub fn {name}")));
            let is_exported = lib.lines().any(|l| l.starts_with("pub use") && l.contains(&name));
            // A module that stands in several files is called by the name of the whole.
            let with_module = [leaf, outermost].iter().any(|module| tests.contains(&format!("{module}::{name}")));
            let is_called = if is_free && !is_exported { with_module } else { calls(&tests, &name) };
            if !is_called && !calls(own_tests, &name) {
                forgotten.push(format!("{module}::{name}"));
            }
        }
    }
    assert!(forgotten.is_empty(), "no test calls:\n{}", forgotten.join("\n"));
}

#[test]
fn the_scanner_sees_functions_and_methods() {
    let source = "pub fn one(\n    pub fn two<T>(&self)\npub(crate) fn no()\n    fn neither()";
    assert_eq!(public_functions(source), ["one", "two"]);
    for call in ["x.one()", "one(2)", "m::one)", ".one::<i64>("] {
        assert!(calls(call, "one"), "{call}");
    }
    for none in ["fn one()", "someone()", "one_more()", "one"] {
        assert!(!calls(none, "one"), "{none}");
    }
}

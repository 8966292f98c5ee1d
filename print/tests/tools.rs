//! Debian's own readers of PDF, as a customer's machine would run them.
use std::path::PathBuf;
use std::process::Command;

/// A PDF in a file of its own, gone with it; `MAKEGOOD_KEEP_PAPERS=folder` keeps a copy to be looked at.
pub struct Paper(PathBuf);

impl Paper {
    pub fn of(bytes: &[u8], name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("makegood-print-{}-{name}.pdf", std::process::id()));
        std::fs::write(&path, bytes).expect("room for a file");
        if let Some(kept) = std::env::var_os("MAKEGOOD_KEEP_PAPERS") {
            std::fs::write(PathBuf::from(kept).join(format!("{name}.pdf")), bytes).expect("a folder to keep it in");
        }
        Self(path)
    }
    pub fn run(&self, program: &str, options: &[&str]) -> String {
        let done = Command::new(program)
            .args(options)
            .arg(&self.0)
            .args(if program == "pdftotext" { &["-"][..] } else { &[] })
            .output()
            .unwrap_or_else(|e| panic!("{program} is not there ({e}): ./test installs it"));
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
    pub fn info(&self) -> String {
        self.run("pdfinfo", &[])
    }
    pub fn text(&self) -> String {
        self.run("pdftotext", &["-layout"])
    }
    pub fn pages(&self) -> usize {
        let info = self.info();
        let line = info.lines().find_map(|l| l.strip_prefix("Pages:")).expect("a number of pages");
        line.trim().parse().expect("a number")
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

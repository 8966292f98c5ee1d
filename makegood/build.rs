//! Asks the linker for small tables of what is moved when the program starts, where the machine's C library knows them.
use std::env;
use std::process::Command;

/// The first version of the GNU C library that reads them.
const FIRST: [u32; 2] = [2, 36];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |key: &str| env::var(key).unwrap_or_default();
    let gnu = target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu";
    if gnu && target("HOST") == target("TARGET") && c_library().is_some_and(|version| version >= FIRST) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The version of this machine's C library, such as 2.36.
fn c_library() -> Option<[u32; 2]> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?.stdout;
    let said = String::from_utf8(said).ok()?;
    let (first, second) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some([first.parse().ok()?, second.parse().ok()?])
}

//! The program; everything it does is in the library, where tests can reach it.

fn main() -> std::process::ExitCode {
    makegood::cli::run(std::env::args_os())
}

//! What a printed report must hold, checked with tools that are not ours: poppler and qpdf.
mod pages;
mod sample;
mod tools;

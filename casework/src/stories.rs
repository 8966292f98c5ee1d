//! Stories told to the rules, a file for each part of the way. Each test names the practice it proves.
mod first_contact;
mod the_talk;

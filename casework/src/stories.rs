//! Stories told to the rules, a file for each part of the way. Each test names the practice it proves.
mod catalogue;
mod deciding;
mod first_contact;
mod going_up;
mod keeping;
mod laws;
mod moving;
mod one_call;
mod planning;
mod the_books;
mod the_end;
mod the_talk;
mod their_word;
mod walk;
mod ways;

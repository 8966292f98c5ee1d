//! Two colleagues on one case, each in a browser of their own: they see each other, and what one writes is safe from the other.
use super::pages::{open, point_at, press, sign_in, stays, two_cases, until};
use crate::browser::{Scheme, Script, serve, with_browser};
use crate::support::both_async;
use crate::support::world::{EWA, MARIA, NOW};
use crate::visit::Visitor;

#[test]
fn two_colleagues_on_one_case_see_each_other_and_lose_nothing() {
    both_async(|db| async move {
        let [case, _] = two_cases(&db);
        let door = Visitor::at(db.clone(), NOW).await;
        let (maria, mut ewa) = (door.is(MARIA).await, door.is(EWA).await);
        // Each on a server of her own.
        let other = Visitor::at(db, NOW).await.is(EWA).await;
        let (hers, theirs) = (serve(maria.router()).await, serve(other.router()).await);
        with_browser(Script::On, async |marias| {
            with_browser(Script::On, async |ewas| {
                sign_in(marias, &hers, &maria).await;
                sign_in(ewas, &theirs, &other).await;
                open(marias, &format!("{hers}/cases/{case}")).await;
                point_at(marias, 5, 5).await;
                open(ewas, &format!("{theirs}/cases/{case}/do/state-fault")).await;
                let here = "document.querySelector('[data-here]').textContent";
                until(marias, "Ewa at her form", &format!("{here} === 'Ewa is writing: Both views, and whose part'")).await;
                until(ewas, "Maria on the page", &format!("{here} === 'Maria has this open'")).await;
                marias.must_be_well("somebody else is there").await;
                for width in [1280, 360] {
                    marias.screenshot("live-here", width, Scheme::Light).await;
                }

                // Ewa writes; Maria notes something. Ewa is told, and her words stay.
                ewas.text("const f = document.querySelector('#do-their_view'); f.focus(); f.value = 'They stored it wet.'; return ''").await;
                let mut asked = maria.clone();
                asked.post(&format!("/cases/{case}/do/add-note"), &[("text", "It was our oven.")]).await.is(303);
                let bar = "document.querySelector('#live [role=status]').textContent";
                until(ewas, "word of what Maria did", &format!("{bar}.includes('It was our oven.') && {bar}.includes('Your words stay.')")).await;
                ewas.must_be_well("a form beside which something happened").await;
                for width in [1280, 360] {
                    ewas.screenshot("live-meanwhile", width, Scheme::Light).await;
                }
                assert_eq!(ewas.text("return document.querySelector('#do-their_view').value").await, "They stored it wet.");
                // She sends it all the same: it stops, words what changed, and has her words; then it goes.
                ewas.press_through("#do button.act").await;
                let page = ewas.text("return document.querySelector('main').innerText").await;
                assert!(page.contains("while you wrote") && page.contains("It was our oven."), "{page}");
                assert_eq!(ewas.text("return document.querySelector('#do-their_view').value").await, "They stored it wet.");
                ewas.must_be_well("stopped because of a change").await;
                for width in [1280, 360] {
                    ewas.screenshot("live-stopped", width, Scheme::Light).await;
                }
                ewas.press_through("#do button.act").await;

                // Maria's story grew by itself, as nothing of hers was under her finger.
                let story = "document.querySelector('.story').textContent";
                until(marias, "the story", &format!("{story}.includes('Both views written down')")).await;
                until(marias, "Ewa is back on the page", &format!("{here} === 'Ewa has this open'")).await;
                // Under her pointer it waits for her.
                marias.look(1280, Scheme::Light).await;
                point_at(marias, 400, 400).await;
                ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "Since six o’clock.")]).await.is(303);
                until(marias, "the bar", "document.querySelector('#live button:not([hidden])')?.textContent === '1 change: show it r'").await;
                stays(marias, "it moved under the pointer", &format!("!{story}.includes('Since six')"), 1).await;
                press(marias, "r").await;
                until(marias, "the new entry", &format!("{story}.includes('Since six')")).await;
                // She leaves, and is gone for the other.
                open(ewas, &format!("{theirs}/accounts")).await;
                until(marias, "nobody else", &format!("{here} === ''")).await;
            })
            .await;
        })
        .await;
    });
}

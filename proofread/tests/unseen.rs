//! Sentences that were written from what the rules are for, before anybody looked at their phrases: what is bad in most of them is told, what is good is
//! left alone. Whoever widens a rule adds sentences here first, and mends the rule in general, not for them.
use proofread::{Draft, Level, Reviewer};

/// A rule, and a sentence that it is for.
const BAD: &[(&str, &str)] = &[
    ("DS01", "Two pallets were left behind at the dock."),
    ("DS01", "The wrong label had been put on the crate."),
    ("DS01", "Your invoice was accidentally sent to a different address."),
    ("DS01", "A decision was made to stop the line."),
    ("DS02", "We ran into some hiccups with the coating process."),
    ("DS02", "The product did not perform to its full potential."),
    ("DS02", "There has been a quality event with batch 12."),
    ("DS02", "Our ERP is undergoing a period of instability."),
    ("DS05", "It would seem that your parcel got lost."),
    ("DS05", "The damage presumably happened on the road; your order is late."),
    ("DS06", "A few of our customers could not log in because the login failed."),
    ("DS06", "Some of the units are defective."),
    ("DS07", "We thank you in advance for your understanding."),
    ("DS07", "We apologise for any disruption caused and appreciate your patience at this time."),
    ("DS07", "Please be assured that we are on it; your order is late."),
    ("DS08", "Quality is at the heart of everything we do."),
    ("DS08", "Your satisfaction means everything to us."),
    ("DS09", "Our people are moving heaven and earth to get your boards out."),
    ("DS09", "We are working flat out on the delayed order."),
    ("DS10", "You will have an answer shortly."),
    ("DS10", "We'll get back to you in a bit."),
    ("DS10", "The replacement should be with you before too long."),
    ("DS10", "The rest follows in the next couple of days."),
    ("DS10", "We will be in touch at our earliest convenience."),
    ("DS13", "It is not impossible that the part is wrong."),
    ("DS17", "I am contacting you today to let you know about your order."),
    ("DS17", "I hope you are keeping well."),
    ("AK02", "It's just a tiny scratch on the housing."),
    ("AK02", "The issue is purely cosmetic and hardly visible."),
    ("AK02", "We had a bit of a mix-up with your address."),
    ("AK03", "The supposed defect could not be found."),
    ("AK03", "We have read your complaint about what you call a late delivery."),
    ("OW04", "We own this, but the forwarder did not help."),
    ("BL01", "The forwarder let the container sit in Hamburg, so your order is late."),
    ("BL01", "Your parts are held up at customs."),
    ("BL01", "Our subcontractor went bankrupt, that is why the housings are missing."),
    ("BL02", "There was nothing we could do."),
    ("BL02", "This lies outside our sphere of influence; the order is late."),
    ("BL04", "The whole sector is struggling with the same delays."),
    ("BL05", "You gave us the wrong drawing."),
    ("BL05", "The boards broke because you mounted them incorrectly."),
    ("BL05", "You ought to have checked the drawing before you ordered."),
    ("BL06", "A trainee mixed up the labels."),
    ("BL06", "The night shift did not read the instructions."),
    ("DF01", "Our general conditions exclude late deliveries."),
    ("DF01", "According to the contract, two weeks of delay are allowed."),
    ("DF02", "We have told you several times that the parts are late."),
    ("DF02", "As mentioned before, the boards are late."),
    ("DF03", "We decline all responsibility for the damage."),
    ("DF03", "We do not see any liability on our side."),
    ("DF04", "It has been a stressful month for everybody here."),
    ("DF04", "We are understaffed at the moment."),
    ("DF05", "We normally deliver 99 % of all orders on time; this order is late."),
    ("DF06", "You have to be realistic here."),
    ("DF06", "Kindly refrain from calling us every day."),
    ("DF07", "Things like this happen in production."),
    ("DF07", "There was no way to see it coming."),
    ("DF08", "You are the only customer who has reported this."),
    ("DF08", "We have never heard of this defect before."),
    ("AP02", "Please accept our apologies for the inconvenience."),
    ("AP02", "We're sorry about the trouble."),
    ("AP03", "I'm sorry if our reply came across as rude."),
    ("AP03", "Should this have caused you any trouble, we apologise."),
    ("AP03", "We regret if you were disappointed."),
    ("AP04", "I am sorry that you're not happy with the boards."),
    ("AP05", "We are sorry for the misunderstanding."),
    ("AP06", "We are sorry the parts are late, but please remember that it was Christmas."),
    ("AP09", "It is to be regretted that the shipment was late."),
    ("AP11", "Sadly we are not in a position to send a replacement."),
    ("EM03", "We know exactly how you feel."),
    ("EM04", "There is no need to worry about the delay."),
    ("AC02", "We are still trying to find out what went wrong with your order."),
    ("AC02", "Our engineers are investigating the fault."),
    ("AC03", "Your complaint has been handed over to the responsible department."),
    ("AC03", "The matter is being taken care of; your order is late."),
    ("EF02", "We have pulled out all the stops for you."),
    ("DT02", "You will receive the boards around the end of the month."),
    ("DT02", "Delivery is planned for early June."),
    ("UP02", "We'll let you know once we have more information."),
    ("UP02", "As soon as there is news we will contact you."),
    ("OD02", "With this we regard the matter as settled."),
    ("OD02", "We trust this closes the matter."),
    ("OD03", "For updates please check our status page."),
    ("OD03", "Please fill in the form again."),
    ("PR01", "You can be one hundred percent sure that it arrives on time."),
    ("PR01", "We promise you will never have to wait again."),
    ("PR02", "We will see to it that this can never occur again."),
    ("PR02", "This won't be repeated."),
    ("JG03", "Pls send the PO asap."),
    ("TN01", "This is URGENT, please reply NOW!!!"),
    ("TN03", "While you wait, have a look at our new catalogue."),
    ("TN04", "You simply have to send it back."),
];

const GOOD: &[&str] = &[
    "Your order 47110 is nine days late, and that is our fault: we planned one drill for two jobs.",
    "I am sorry that we shipped the housings without the gaskets.",
    "We built your panels from revision B, and you had released revision C on 3 May.",
    "Ana Nowak is drilling twelve new boards tonight; they leave us on Thursday 14 May.",
    "You can choose: we send 40 boards today by car, or all 120 on Friday 15 May by courier.",
    "Which of the two is better for your fair?",
    "I will call you tomorrow, 12 May, at 10:00 your time, whether or not the test is done.",
    "The carrier lost the parcel on 9 May. We are sending a second one today at our cost.",
    "Thank you for telling us on Monday; without your photo we would have searched for a week.",
    "Your line 3 stands still because our pump leaks, and every hour costs you.",
    "We do not know the cause yet. I will tell you by Thursday 16:00.",
    "The credit of EUR 240.00 is on your account today.",
    "Please call me on +48 22 555 01 20 between 8:00 and 17:00.",
    "We refund the full amount by 20 May.",
    "I asked the plant manager to put your order first, and he has.",
    "The customs office in Gdansk has released the goods; the truck left at 11:00.",
    "Seven of your forty units have the fault; the other thirty-three passed the test.",
    "We now test each reel before it goes to the line.",
    "I read your mail of 4 May twice. You need the boards on the 15th, not later.",
    "May I ask what happens on your side if they arrive on the 18th?",
    "Attached is the test report with all twelve measurements.",
    "The new firmware fixes the fault; it is ready for you to install on Friday.",
    "I told my colleague Peter about your fair, and he keeps the slot free.",
    "We missed the cut-off of the courier by ten minutes.",
    "If you prefer, I can drive to you on Wednesday.",
    "Our drill broke on Tuesday, and the spare one was not set up. That was our planning.",
    "You asked for a photo of the label: here it is.",
    "The invoice had the wrong tax rate. The right one is attached, and you owe 12.40 EUR less.",
    "You will find the parcel at the reception.",
    "We stopped the line when we saw the crack.",
    "Let me know by Wednesday noon which one you want.",
    "I have booked the 9:40 flight for the two pumps.",
    "The second delivery is complete and on its way.",
    "Your contact from today on is Maria Conti.",
    "The price stays the same.",
    "Can you send me the serial number on the back?",
    "We met on Tuesday and agreed on three steps.",
    "Please sign the form and send it back by Friday 22 May.",
    "The meeting is at 14:00 in room 3.",
    "Thanks for the quick answer, that helps a lot.",
];

/// One in ten may say nothing: some rules only speak in a message about a trouble.
#[test]
fn what_is_bad_is_told_in_most_of_them() {
    let reviewer = Reviewer::shipped().expect("packs");
    let told = |rule: &str, text: &str| {
        let report = reviewer.review(&Draft { subject: None, text }, None);
        report.findings.iter().any(|f| f.rule.starts_with(rule))
    };
    let missed: Vec<_> = BAD.iter().filter(|(rule, text)| !told(rule, text)).collect();
    assert!(missed.len() * 10 <= BAD.len(), "{} of {} are missed: {missed:#?}", missed.len(), BAD.len());
}

#[test]
fn what_is_good_is_left_alone() {
    let reviewer = Reviewer::shipped().expect("packs");
    for text in GOOD {
        let report = reviewer.review(&Draft { subject: None, text }, None);
        let told: Vec<_> = report.findings.iter().filter(|f| f.level != Level::Consider).collect();
        assert!(told.is_empty(), "{text}: {told:?}");
    }
}

# Playbooks: their names and the titles of their steps.

playbook-save-a-great-customer = Save a great customer
playbook-save-a-great-customer-1 = Acknowledge the problem and your role
playbook-save-a-great-customer-2 = Open the dialogue: ask for a meeting or a call
playbook-save-a-great-customer-3 = Listen
playbook-save-a-great-customer-4 = Empathy and apology
playbook-save-a-great-customer-5 = Find the root causes together
playbook-save-a-great-customer-6 = Make a mutual action plan
playbook-save-a-great-customer-7 = Solutions, compromises, amends
playbook-save-a-great-customer-8 = Clear expectations
playbook-save-a-great-customer-9 = Monitor and check in
playbook-save-a-great-customer-10 = Learn, improve, and share it
playbook-save-a-great-customer-11 = Mediation, if still stuck
playbook-save-a-great-customer-12 = Play the long game
playbook-save-a-great-customer-13 = Reflect and move forward

playbook-run-to-the-problem = Run to the problem
playbook-run-to-the-problem-1 = Recognise it
playbook-run-to-the-problem-2 = Go to them now
playbook-run-to-the-problem-3 = No answer? A message, then the one allowed mail
playbook-run-to-the-problem-4 = Talk: watch the face, or listen to the tone
playbook-run-to-the-problem-5 = Put it right to their satisfaction
playbook-run-to-the-problem-6 = Not satisfied, or asks what we cannot give? Manager and quality
playbook-run-to-the-problem-7 = Confirm by voice or in person
playbook-run-to-the-problem-8 = Keep them for years

playbook-tough-conversation = The tough conversation
playbook-tough-conversation-1 = Prepare: their view, our part, two ways out, what not to say
playbook-tough-conversation-2 = Early: tell them we see it and are working on it
playbook-tough-conversation-3 = See it from their side
playbook-tough-conversation-4 = Plain words
playbook-tough-conversation-5 = Fix theirs first, then ours
playbook-tough-conversation-6 = Often: no guessing
playbook-tough-conversation-7 = Leave the door open
playbook-tough-conversation-8 = Solved only when they say so

playbook-three-mistakes = Three mistakes
playbook-three-mistakes-a1 = Anyone hurt?
playbook-three-mistakes-a2 = Launch the emergency plan
playbook-three-mistakes-a3 = In the meantime tell the customer what happened
playbook-three-mistakes-a4 = Ask: what else can we do on your side?
playbook-three-mistakes-a5 = Engage them in the plan
playbook-three-mistakes-a6 = Their deadline
playbook-three-mistakes-a7 = What did we learn?
playbook-three-mistakes-b1 = Call after delivery
playbook-three-mistakes-b2 = Is it what you ordered? Is everything OK?
playbook-three-mistakes-b3 = Not OK: a case. Not heard: call again
playbook-three-mistakes-c1 = Stay calm: the problem, not the person
playbook-three-mistakes-c2 = Let them speak
playbook-three-mistakes-c3 = Then the facts, with curious questions
playbook-three-mistakes-c4 = At least two solutions
playbook-three-mistakes-c5 = Their decision
playbook-three-mistakes-c6 = Act, and show how we work in trouble
playbook-three-mistakes-c7 = Call after a few days

playbook-breaking-bad-news = Breaking bad news
playbook-breaking-bad-news-1 = A calm, supportive opening
playbook-breaking-bad-news-2 = Tell promptly
playbook-breaking-bad-news-3 = Does it still work for you?
playbook-breaking-bad-news-4a = It still works
playbook-breaking-bad-news-4b = It hurts: listen, and let them vent
playbook-breaking-bad-news-5 = Be the problem-solver
playbook-breaking-bad-news-6 = Show the efforts
playbook-breaking-bad-news-7 = Nothing ideal? Ask them
playbook-breaking-bad-news-8 = Think ahead
playbook-breaking-bad-news-9 = Follow up: a call, a thank-you, a discount

playbook-complaint-by-the-book = Complaint by the book (ISO 10002)
playbook-complaint-by-the-book-2 = Receipt: what happened, with its data
playbook-complaint-by-the-book-3 = Tracking: they are told how it stands, again and again
playbook-complaint-by-the-book-4 = Acknowledge it at once, by voice
playbook-complaint-by-the-book-5 = Assess: safety, and what it does to them
playbook-complaint-by-the-book-6 = Investigate: their view, our part, the fact
playbook-complaint-by-the-book-7 = Respond: ways forward that correct and prevent
playbook-complaint-by-the-book-8 = Tell the decision by voice, then in writing
playbook-complaint-by-the-book-9a = Close only by their word; not accepted stays open
playbook-complaint-by-the-book-9b = Learn and improve

playbook-we-shipped-it-bad = We shipped it bad (notice of escape)
playbook-we-shipped-it-bad-1 = Stop it: fence the lots, and look at safety
playbook-we-shipped-it-bad-2 = How far: lots, shipments, every customer
playbook-we-shipped-it-bad-3 = Call them within a day; the cause is not needed
playbook-we-shipped-it-bad-4 = The written notice: what, which, how many, what to do now
playbook-we-shipped-it-bad-5 = Ways forward: return, sort on site, use with permission, replace
playbook-we-shipped-it-bad-6 = Wider or narrower? Amend the notice
playbook-we-shipped-it-bad-7 = The 8D, and so that it does not come back

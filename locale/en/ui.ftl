# The kit: what stands on every page and inside every component.

ui-product = Makegood
ui-skip = Skip to the page
ui-nav = Main
ui-nav-run = Run to it
ui-nav-signals = Signals
ui-nav-cases = Cases
ui-nav-orders = Orders
ui-nav-accounts = Accounts
ui-nav-settings = Settings
ui-new-case = Open a case
ui-search = Find anything
ui-search-hint = Find anything
ui-search-act = Find
ui-signed-in-as = Signed in as { $name }
ui-sign-out = Sign out
ui-footer = Makegood: run to it, keep what was promised, until they say it is solved.

# Forms
ui-optional = (optional)
ui-errors = Something here needs another look
ui-gate = Pass this gate
ui-gate-reason = Why it is right to go on without it
ui-gate-help = Your name and this reason go on the timeline, where everyone on the case reads them.
ui-draft-restored = What you typed here before is back.
ui-way-out = The way out:

# The clock glyph
ui-clock-met = Met:
ui-clock-why = Why this time?

# Lists and pages
ui-pager = Pages of this list
ui-newer = ← Newer
ui-older = Older →
ui-first-page = ← From the beginning
ui-next-page = More →
ui-progress = { $done } of { $of }

# People
ui-call = Call
ui-call-name = Call { $name }:
ui-no-number = no number known

# Run to it
ui-say-first = Say first:
ui-ask = Ask:
ui-promised-to = to
ui-you-said = the words were

# A case
ui-lights = How far we are with them
ui-light-lit = : done
ui-light-next = : this comes now
ui-light-unlit = : not yet
ui-step-of = Step { $n } of { $of }
ui-step-done = done
ui-step-passed = passed with a reason
ui-still-needed = Still needed:

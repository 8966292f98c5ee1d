# What was typed and not yet sent
draft-back = Kept from { $time }: what you typed here is back.
draft-meanwhile = Since you began, this happened:
draft-later = Keep it for later
draft-discard = Discard what was kept
draft-saved = Kept at { $time }
draft-unsaved = Not kept on the server yet; it stays on this machine.
draft-later-done = It is kept, for you alone. It is back whenever you open this form.
draft-discarded = What was kept is gone.
drafts-title = What you began
drafts-none = You have nothing begun and unsent.
drafts-help = Forms that you began and did not send, for two weeks. Nobody else sees them.
drafts-what = Form
drafts-when = Kept
drafts-gone = Let it go
settings-drafts-help = Forms that you began and did not send.
refusal-draft-too-long = This is longer than we can keep for later. Send it, or keep a copy elsewhere.
edit-told = { $at }, { $who }: { $what }

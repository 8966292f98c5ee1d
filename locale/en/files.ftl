# Files of a case: photos and papers that the customer sends, and ours; on the desk and on their page.

## Colleagues read this

files-title = Files
files-none = No files yet. A photo says more than a call: ask for one, or add yours.
files-add = Add a file
files-file = File
files-file-help = One file of at most { $limit } MB. It is kept as it is and never opened by us.
files-words = What it shows
files-for-them = For the customer: they see it on their page
files-for-them-help = Without this it stays between us.
files-add-act = Add the file
files-from = from { $name }
files-ours = ours, not shown to the customer
files-ours-shown = ours, for the customer
files-which = Which file
files-supplier = from the supplier { $name }, not for the customer
files-supplier-shown = from the supplier { $name }, the customer sees it
files-shown = Does the customer see it?
files-shown-help = What they sent themselves they always see.
files-show = Show it to the customer
files-hide = Take it from their page
files-missing = The file was chosen and did not arrive whole. Choose it again.
files-too-large = This file is larger than { $limit } MB. Choose a smaller one; your words are still here.
files-none-chosen = Choose a file first.
files-busy = Many files are arriving right now, and this one was not taken. Send it again in a minute; your words are still here.
tab-files = Files
do-show-file = Show a file to the customer or not
do-show-file-act = Keep it so
do-show-file-done = It is so now.
event-file-from-them = { $by } sends a file: { $name }. { $words }
event-file-for-them = A file for the customer: { $name }. { $words }
event-file-kept = A file for us: { $name }. { $words }
event-file-shown = The customer now sees the file { $name }.
event-file-hidden = The customer no longer sees the file { $name }.
they-file-kept = sends a file
file-kind-jpeg = picture
file-kind-png = picture
file-kind-gif = picture
file-kind-webp = picture
file-kind-pdf = PDF
file-kind-text = text
file-kind-packed = packed or office file
file-kind-other = file

## The customer reads this

told-file-from-you = You sent us: { $name }. { $words }
told-file-for-you = We put a file here for you: { $name }. { $words }
refusal-file-empty = This file is empty. Choose another one.
refusal-file-too-large = This file is larger than { $most } MB. Choose a smaller one.
refusal-file-is-there = This file has arrived already. There is nothing more to do.
refusal-no-such-file = There is no such file on this case. Look at the list of files.
refusal-file-is-theirs = The customer sent this file themselves. It stays on their page.
theirs-files = Files and photos
theirs-files-none = There is nothing here yet. A photo often helps us most.
theirs-send-file = Send a file or a photo
theirs-send-file-why = One file of at most { $limit } MB. We keep it as it is.
theirs-send-file-act = Send it
theirs-send-file-done = Thank you. Your file is here.
theirs-field-file = File
theirs-field-file-words = What it shows
theirs-file-from-us = from us
theirs-file-from-you = from you
theirs-file-from = from { $name }
theirs-file-open = Open the picture { $name }
theirs-file-get = Get { $name }
theirs-file-too-large = This file is larger than { $limit } MB, and we could not take it. Choose a smaller one, or send us a part of it. Your words are still here.
theirs-file-none = Choose a file first.
theirs-file-broken = The file did not arrive whole. Send it again; your words are still here.
theirs-file-busy = Many files are arriving right now. Send it again in a minute; your words are still here.

# Mail of ours on its way out, as far as somebody at the desk must know.
mail-out-trouble = Mail cannot leave by this mailbox: { $said }. It waits and is tried again; nothing is lost.

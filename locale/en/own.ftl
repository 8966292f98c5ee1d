# What everybody may change of themselves.

own-title = About you
own-intro = Your name, your address and what you may do are kept by an administrator.
own-phone-help = With the country, such as +48 22 555 01 17.
settings-own-help = Your language, zone, number and quiet hours.
people-language = Language
people-language-browser = as the browser asks
people-language-begun = { $language } (begun; the rest is in English)
people-language-help = Pages, times and numbers are written in it. What customers and colleagues wrote stays as it is.

from django.core.mail import EmailMessage, send_mail


def confirm(address):
    return send_mail("Your order", "Thank you.", None, [address])


def compose(address):
    return EmailMessage("Your order", "Thank you.", to=[address])


def deliver(messages):
    return sum(message.send() for message in messages)

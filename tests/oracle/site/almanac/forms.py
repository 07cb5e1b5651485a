from django import forms

from .models import Edition, Region, Subscriber


class SubscriberForm(forms.ModelForm):
    class Meta:
        model = Subscriber
        fields = ["email", "edition"]


class EnquiryForm(forms.Form):
    subject = forms.CharField(max_length=40)
    urgency = forms.ChoiceField(choices=[("low", "Low"), ("high", "High")])

    def clean_subject(self):
        return self.cleaned_data["subject"].strip().title()


class RegionForm(forms.Form):
    region = forms.ModelChoiceField(Region.objects.all())


class AddressForm(forms.Form):
    email = forms.EmailField()

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if Subscriber.objects.filter(email=email).exists():
            raise forms.ValidationError("This address has subscribed already.")
        return email


class CouponForm(forms.Form):
    coupon = forms.CharField()

    async def clean_coupon(self):
        coupon = self.cleaned_data["coupon"]
        if not await Edition.objects.filter(title=coupon).aexists():
            raise forms.ValidationError("There is no such coupon.")
        return coupon

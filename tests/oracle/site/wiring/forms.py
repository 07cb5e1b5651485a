from django import forms


class PlainForm(forms.Form):
    word = forms.CharField(max_length=20)

    def clean(self):
        return {"word": self.cleaned_data["word"].upper()}
